"""The command `snebold`."""


def main() -> None:
    """Run the command and end with 0 done, 1 wrong data, 2 wrong usage."""
    from simulation.cli.app import app
    from simulation.cli.output import ended

    ended(lambda: app(prog_name="snebold"))
