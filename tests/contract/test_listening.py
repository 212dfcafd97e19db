"""What ten thousand who listen cost: news wake those concerned alone, and are read once for all of them."""

from tests.contract.desk import DeskProcess, DeviceCaller
from tests.contract.inside import inside

_WOKEN = """
import asyncio
from desktop_app.helpdesk.events.hub import DESK, EVERYBODY, REQUESTERS, Hub
async def woken(whom):
    hub = Hub()
    names = ["person:a", "person:a", "person:ab", "technician:a"]
    events = [hub.join(name) for name in names]
    hub.wake_here(whom)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    for name, event in zip(names, events):
        hub.leave(name, event)
    return [event.is_set() for event in events] + [hub.count()]
told = [asyncio.run(woken(whom)) for whom in ["person:a", "person:nobody", DESK, REQUESTERS, EVERYBODY]]
"""

_MANY = """
import asyncio
from desktop_app.helpdesk.events.hub import EVERYBODY, Hub
async def turns():
    hub = Hub()
    many = [hub.join(f"person:{number}") for number in range(1000)]
    hub.wake_here(EVERYBODY)
    await asyncio.sleep(0)
    hub.wake_here("person:999")
    for _ in range(3):
        await asyncio.sleep(0)
    others = [event.is_set() for event in many]
    while not all(event.is_set() for event in many):
        await asyncio.sleep(0)
    return [others[999], sum(others)]
told = asyncio.run(turns())
"""

_SAME = """
import asyncio
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.events.tail import Tail
from desktop_app.helpdesk.models import Person
def asks():
    for person in [None, *Person.objects.values_list("pk", flat=True)]:
        first, last = feed.span(feed.channel_of(person))
        yield from ((seq, person) for seq in range(first - 3, last + 3))
every = list(asks())
async def heard():
    tail = Tail()
    return [await tail.after(*one) for one in every]
ways = asyncio.run(heard()), [feed.after(*one) for one in every]
told = [[[event.seq for event in found] for found in way] for way in ways]
"""

_READS = """
import asyncio
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.events.hub import hub
from desktop_app.helpdesk.events.tail import Tail
from desktop_app.helpdesk.models import Person
reads, newest, after = [], feed.newest, feed.after
feed.newest = lambda *asked: reads.append("newest") or newest(*asked)
feed.after = lambda *asked: reads.append("after") or after(*asked)
person = Person.objects.first().pk
last = feed.span("requesters")[1]
async def all_at_once():
    tail = Tail()
    await tail.after(last - 1, person)
    reads.clear()
    hub.wake_here()
    heard = await asyncio.gather(*(tail.after(last - 1, person) for _ in range(1000)))
    return sum(map(len, heard))
told = [asyncio.run(all_at_once()), reads]
"""


def test_only_those_concerned_wake(own_desk: DeskProcess) -> None:
    assert inside(own_desk, _WOKEN) == [
        [True, True, False, False, 0],
        [False, False, False, False, 0],
        [False, False, False, True, 0],
        [True, True, True, False, 0],
        [True, True, True, True, 0],
    ]


def test_memory_says_what_the_table_says(desk: DeskProcess, camille: DeviceCaller, marc: DeviceCaller) -> None:
    for caller in (camille, marc, camille):
        caller.write(caller.create().json()["id"])
    memory, table = inside(desk, _SAME)
    assert any(table)
    assert memory == table


def test_a_thousand_who_hear_it_read_it_once(own_desk: DeskProcess) -> None:
    own_desk.device().create()
    assert inside(own_desk, _READS) == [1000, ["newest", "newest"]]


def test_a_word_to_one_does_not_wait_until_all_have_heard_of_something(own_desk: DeskProcess) -> None:
    reached, others = inside(own_desk, _MANY)
    assert reached
    assert 0 < others < 500, "the rest of the thousand are still waiting"
