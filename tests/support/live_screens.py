"""A mock-up screen in the running app as a participant uses it: its fields, its tasks, and what it says."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from mockups.texts import Texts
from simulation import FormElement, FormField, Screen

WORDS = "en to tre fire ord"
IDLE = "[data-testid=stApp][data-test-script-state=notRunning]:not(:has([data-stale=true]))"
ROWS = """(element) => [...element.querySelectorAll("tbody tr")].map((row) => Object.fromEntries(
  [...row.querySelectorAll("td")].map((cell) => [cell.dataset.head, (cell.firstElementChild?.textContent ?? "").replaceAll("\\u00a0", " ").trim()])))"""
"""What each row of an element's tables says, by column, remarks apart."""
TEXTS = Texts("da")


@dataclass(frozen=True)
class LiveScreen:
    """A screen that is open in a browser."""

    page: Any
    screen: Screen

    def settle(self) -> None:
        """Wait until the app has answered what was done last."""
        settled(self.page)

    def rows(self, element: str) -> list[dict[str, str]]:
        """Return the rows that an element shows, by column."""
        found: list[dict[str, str]] = self.page.locator(f"[data-element={element}]").evaluate(ROWS)
        return found

    def sit_down_as(self, title: str) -> None:
        """Choose who sits at the screen."""
        self.page.locator(".st-key-choices summary").click()
        chooser = self.page.locator("[class*='st-key-actor-']")
        stand_before(chooser)
        choose_of_list(chooser, title)
        self.page.wait_for_selector(f".screen.top .bar >> text={TEXTS('screen.user', actor=title)}")
        self.settle()

    def check(self, task: str) -> tuple[str, list[str]]:
        """Ask how a task went; return the verdict and its lines."""
        self.settle()
        button = self._task("check", task)
        button.locator("button").click()
        self.settle()
        said = button.locator("xpath=following-sibling::*[1]").locator(".verdict")
        kind = (said.get_attribute("class") or "").removeprefix("verdict ")
        return kind, said.locator("li").all_inner_texts()

    def go(self, task: str, title: str) -> None:
        """Follow a task to another screen."""
        self._task("go", task).locator("button").click()
        self.page.wait_for_selector(f".screen.top h2:has-text('{title}')")

    def choose(self, task: str, wanted: Iterable[str]) -> None:
        """Choose just these answers."""
        choose_several(self._task("choice", task), wanted)

    def offered(self, task: str) -> list[str]:
        """Return the first answers that there are to choose from."""
        self.settle()
        return offered(self._task("choice", task))

    def answer(self, task: str, question: str, option: str) -> None:
        """Answer one question to the receiver."""
        choose_button(self._task(f"answer-{question}", task), option)

    def _task(self, what: str, task: str) -> Any:
        return self.page.locator(f"[class*='st-key-{what}-{self.screen.id}-{task}-']")

    def fill_in(self, form: str, field: FormField, options: Iterable[str] = ()) -> None:
        """Fill in a field: type words, confirm, or choose options by what they are called; the first if none is."""
        place, wanted = self._field(form, field), list(options)
        if field.input == "confirm":
            place.locator("label").click()
        elif field.input in ("short", "long"):
            write(place).press_sequentially(WORDS)
            write(place).press("Tab")
        elif field.input == "some_of":
            choose_several(place, wanted or offered(place)[:1])
        elif place.locator("[role=combobox]").count():
            stand_before(place)
            choose_of_list(place, *(wanted or offered(place)[:1]))
        else:
            choose_button(place, *(wanted or place.locator("label[data-testid=stRadioOption]").all_inner_texts()[:1]))

    def shows(self, form: str, field: FormField) -> bool:
        """Return whether a field still holds something."""
        place = self._field(form, field)
        if field.input in ("short", "long"):
            return bool(write(place).input_value() == WORDS)
        if field.input == "some_of":
            return bool(tags(place))
        if place.locator("[role=combobox]").count():
            return bool(place.locator("[role=combobox]").input_value())
        return bool(place.locator("input:checked").count())

    def _field(self, form: str, field: FormField) -> Any:
        return self.page.locator(f"[class*='-{self.screen.id}-{form}-{field.id}-0 ']")

    def fields(self, form: str) -> list[FormField]:
        """Return the fields of a form."""
        elements = (one for one in self.screen.elements if isinstance(one, FormElement) and one.id == form)
        return [field for one in elements for field in one.fields]


def settled(page: Any) -> Any:
    """Return a page of the app when it has answered what was done last."""
    page.wait_for_timeout(200)
    page.wait_for_selector(IDLE, state="attached")
    return page


def write(place: Any) -> Any:
    return place.locator("textarea, input[type=text]")


def choose_button(place: Any, option: str) -> None:
    place.locator("label[data-testid=stRadioOption]").filter(has=place.page.get_by_text(option, exact=True)).click()


def offered(place: Any) -> list[str]:
    """Return the first options of a list."""
    stand_before(place)
    place.locator("button[aria-haspopup=listbox]").click()
    options = place.page.locator("[role=option]")
    options.first.wait_for()
    found: list[str] = options.all_inner_texts()
    place.page.keyboard.press("Escape")
    return found


def stand_before(place: Any) -> None:
    """Scroll to a list and let it come to rest: one that moves closes."""
    place.scroll_into_view_if_needed()
    place.page.wait_for_timeout(300)


def choose_of_list(place: Any, option: str) -> None:
    """Choose of a list as one does who knows the word: begin to write it, and take it."""
    from playwright.sync_api import TimeoutError

    found = place.page.get_by_role("option", name=option, exact=True)
    for patience in (3000, 3000, None):
        place.locator("[role=combobox]").fill(option)
        try:
            found.click(timeout=patience)
            break
        except TimeoutError:  # the page moved under the list, and it has closed
            if patience is None:
                raise
            place.locator("[role=combobox]").fill("")


def choose_several(place: Any, wanted: Iterable[str]) -> None:
    """Choose just these: take away what else is chosen, and add what is not."""
    options = list(wanted)
    stand_before(place)
    for other in [one for one in tags(place) if one not in options]:
        place.locator(f"[data-tag][aria-label='{other}'] button").last.click()
    for option in [one for one in options if one not in tags(place)]:
        choose_of_list(place, option)
        place.page.keyboard.press("Escape")


def tags(place: Any) -> list[str]:
    """Return what is chosen in a list of several."""
    found = place.locator(".react-aria-ComboBox [data-tag]").all()
    return [str(one.get_attribute("aria-label")) for one in found]
