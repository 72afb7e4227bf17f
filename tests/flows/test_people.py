"""What a person said, in all stored articles; and the stories that several outlets tell."""

from bot.telegram import messages
from tests.flows.conftest import Reader, button


async def test_what_a_person_said_is_listed_with_its_article(reader: Reader) -> None:
    """Each with its source and date, and a button to the article."""
    (said,) = await reader.say("/quotes کنعانی")
    assert said.text.startswith(messages.quotes_of("ناصر کنعانی"))
    assert said.text.count("ناصر کنعانی، سخنگوی وزارت خارجه") == 2
    assert "قدس آنلاین" in said.text
    await reader.press(said, "۱")
    assert messages.KEY_QUOTES in reader.answers()[-1].text
    assert reader.answers()[-2].text == said.text


async def test_plain_words_do_the_same(reader: Reader) -> None:
    """Commands can only be Latin letters."""
    (by_command,) = await reader.say("/quotes کنعانی")
    (by_words,) = await reader.say("نقل قول كنعاني")
    assert by_command.text == by_words.text


async def test_two_people_of_one_family_name_are_asked_about(reader: Reader) -> None:
    """Their words are not mixed; the button that is pressed says whose are shown."""
    (asked,) = await reader.say("/quotes سروناز")
    assert asked.text == messages.WHICH_PERSON
    names = [one.text for row in asked.keyboard for one in row]
    assert len(names) == 2
    shown = await reader.press(asked, names[0])
    first, second = (name.split("،")[0].split("(")[0].strip() for name in names)
    assert first in shown.text
    assert second not in shown.text


async def test_nobody_of_that_name_is_said(reader: Reader) -> None:
    """Rather than somebody else's words."""
    (said,) = await reader.say("/quotes ققنوس")
    assert said.text == messages.no_quotes_of("ققنوس")


async def test_a_story_of_two_outlets_stands_once_in_the_list(reader: Reader) -> None:
    """The fullest in front with the other outlet named, and a button that opens the other."""
    articles = reader.bot.store.articles
    newest = (await articles.newest(limit=50)).headlines
    fronts = [one for one in newest if (await articles.others_of_story(one.id)).headlines]
    assert fronts
    others = (await articles.others_of_story(fronts[0].id)).headlines
    assert not {one.id for one in others} & {one.id for one in newest}
    (shown,) = await reader.say(fronts[0].title)
    assert messages.also_by(others[0].source) in shown.text
    listed = await reader.press(shown, messages.OTHER_VERSIONS)
    assert listed.text.startswith(messages.OTHERS_TITLE)
    opened = await reader.press(listed, messages.BACK)
    assert opened.text == shown.text
    assert button(opened, messages.OTHER_VERSIONS)
