"""Requests and messages: once each, in order, only for those they concern."""

from concurrent.futures import ThreadPoolExecutor

from desktop_app.protocol.base import new_id
from tests.contract.desk import EMAIL, DeskProcess, DeviceCaller, Technician, new_ticket


def test_the_same_request_twice_is_one_request(camille: DeviceCaller) -> None:
    word = new_ticket()
    first, second = camille.ask("POST", "tickets", json=word), camille.ask("POST", "tickets", json=word)
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    assert [entry["id"] for entry in camille.entries(word["id"])] == [word["entry_id"]]


def test_the_same_message_twice_is_one_message(camille: DeviceCaller) -> None:
    ticket = camille.create().json()["id"]
    entry = new_id()
    first, second = camille.write(ticket, id=entry), camille.write(ticket, id=entry)
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    assert [line["seq"] for line in camille.entries(ticket)] == [1, 2]


def test_an_id_of_somebody_else_is_refused_and_tells_nothing(camille: DeviceCaller, marc: DeviceCaller) -> None:
    word = new_ticket(subject="Salaire de Camille")
    camille.ask("POST", "tickets", json=word)
    answer = marc.ask("POST", "tickets", json=new_ticket(id=word["id"]))
    assert answer.status_code == 409
    assert "Salaire" not in answer.text
    assert camille.ask("GET", f"tickets/{word['id']}").json()["subject"] == "Salaire de Camille"


def test_the_same_id_with_other_words_is_refused(camille: DeviceCaller) -> None:
    word = new_ticket()
    camille.ask("POST", "tickets", json=word)
    assert camille.ask("POST", "tickets", json={**word, "body": "Autre chose"}).status_code == 409
    assert [line["body"] for line in camille.entries(word["id"])] == [word["body"]]


def test_another_users_request_is_not_there(camille: DeviceCaller, marc: DeviceCaller) -> None:
    ticket = camille.create().json()["id"]
    for method, path, word in [
        ("GET", f"tickets/{ticket}", None),
        ("GET", f"tickets/{ticket}/entries", None),
        ("POST", f"tickets/{ticket}/entries", {"id": new_id(), "body": "x", "written_at": "2026-11-22T00:00:00Z"}),
        ("POST", f"tickets/{ticket}/status", {"id": new_id(), "status": "closed"}),
        ("POST", f"tickets/{ticket}/read", {"seq": 1}),
    ]:
        assert marc.ask(method, path, json=word).status_code == 404, path
    assert ticket not in {found["id"] for found in marc.ask("GET", "tickets").json()}


def test_entries_resume_from_every_number(camille: DeviceCaller, sofia: Technician) -> None:
    ticket = camille.create().json()["id"]
    for number in range(6):
        camille.write(ticket, body=f"message {number}")
        sofia.note(ticket, f"note {number}")
    whole = camille.entries(ticket)
    assert [line["seq"] for line in whole] == list(range(1, len(whole) + 1))
    for after in range(len(whole) + 1):
        assert camille.entries(ticket, after) == whole[after:]


def test_numbers_are_given_once_when_many_ask_at_once(desk: DeskProcess) -> None:
    callers = [desk.device(f"Personne {number}") for number in range(4)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda number: callers[number % 4].create(), range(24)))
    numbers = [answer.json()["number"] for answer in answers]
    assert all(answer.status_code == 201 for answer in answers)
    assert len(set(numbers)) == 24


def test_solved_and_open_again(camille: DeviceCaller, sofia: Technician) -> None:
    ticket = camille.create().json()["id"]
    sofia.reply(ticket, "Essayez maintenant.")
    closed = camille.ask("POST", f"tickets/{ticket}/status", json={"id": new_id(), "status": "closed"})
    assert (closed.json()["status"], closed.json()["stage"]) == ("closed", "solved")
    camille.write(ticket)
    assert camille.ask("GET", f"tickets/{ticket}").json()["status"] == "open"


def test_a_requester_may_not_do_the_desks_part(camille: DeviceCaller) -> None:
    ticket = camille.create().json()["id"]
    for status in ("resolved", "merged", "cancelled", "pending_requester"):
        answer = camille.ask("POST", f"tickets/{ticket}/status", json={"id": new_id(), "status": status})
        assert answer.status_code == 409, status


def test_two_technicians_take_it_at_once(desk: DeskProcess, camille: DeviceCaller, sofia: Technician) -> None:
    jonas = desk.technician("jonas@valclair.invalid", "Jonas Weber")
    for _ in range(5):
        ticket = camille.create().json()["id"]
        with ThreadPoolExecutor(2) as pool:
            taken = [pool.submit(who.post, f"tickets/{ticket}/take") for who in (sofia, jonas)]
            answers = [one.result().status_code for one in taken]
        assert sorted(answers) == [302, 409]
        assert [line["event"] for line in camille.entries(ticket)].count("taken") == 1


def test_the_same_request_six_times_at_once_is_one_request(camille: DeviceCaller) -> None:
    for _ in range(4):
        word = new_ticket()
        with ThreadPoolExecutor(6) as pool:
            sent = [pool.submit(camille.ask, "POST", "tickets", json=word) for _ in range(6)]
            answers = [one.result() for one in sent]
        assert sorted(answer.status_code for answer in answers) == [200] * 5 + [201]
        assert len({answer.json()["number"] for answer in answers}) == 1


def test_a_first_message_with_an_id_that_is_taken(camille: DeviceCaller) -> None:
    word = new_ticket()
    camille.ask("POST", "tickets", json=word)
    assert camille.create(entry_id=word["entry_id"]).status_code == 409


def test_the_same_message_id_with_other_words_is_refused(camille: DeviceCaller) -> None:
    ticket, entry = camille.create().json()["id"], new_id()
    camille.write(ticket, id=entry, body="un")
    assert camille.write(ticket, id=entry, body="deux").status_code == 409


def test_long_and_strange_texts_are_kept_or_refused_never_a_fault(desk: DeskProcess) -> None:
    camille = desk.device("Camille", email="x" * 400)
    ticket = camille.create(
        body="a\0b", call_back="x" * 3000, attempts=[{"fix_id": "a", "title": "t" * 900, "result": "fixed"}]
    )
    assert ticket.status_code == 201
    assert [line["body"] for line in camille.entries(ticket.json()["id"])] == ["ab"]


def test_saying_the_same_name_opens_nobody_elses_requests(desk: DeskProcess) -> None:
    cheffe = desk.device("La Cheffe", login="cheffe", email="cheffe@valclair.invalid")
    ticket = cheffe.create(subject="Confidentiel").json()["id"]
    thief = desk.device("La Cheffe", login="cheffe", email="cheffe@valclair.invalid")
    assert thief.ask("GET", f"tickets/{ticket}").status_code == 404
    assert thief.ask("GET", "tickets").json() == []
    cheffe.enrol("La Cheffe", login="cheffe", email="cheffe@valclair.invalid")
    assert cheffe.ask("GET", f"tickets/{ticket}").status_code == 200


def test_a_script_of_a_technician_reads_and_writes(desk: DeskProcess, camille: DeviceCaller, sofia: Technician) -> None:
    ticket = camille.create().json()["id"]
    sofia.note(ticket, "une note")
    script = DeviceCaller(desk, desk.command("token", "create", "--technician", EMAIL)["token"])
    kinds = [(line["seq"], line["visibility"]) for line in script.entries(ticket)]
    assert kinds == [(1, "public"), (1, "internal")]
    note = new_id()
    assert script.write(ticket, id=note, body="par script", visibility="internal").status_code == 201
    assert script.write(ticket, id=note, body="par script", visibility="internal").status_code == 200
    assert script.write(ticket, body="Bonjour").status_code == 201
    assert [line["body"] for line in camille.entries(ticket)][1:] == ["Bonjour"]
    assert script.create().status_code == 401, "requests are opened by the machines they are about"
