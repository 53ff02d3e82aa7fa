"""What a screen is made of: filled screens as HTML, the same in the app and in the folder that works offline."""
