"""The console's addresses."""

from django.urls import path
from django.views.i18n import set_language

from desktop_app.helpdesk.console import (
    accounts,
    article_list,
    articles,
    desk,
    entrance,
    handling,
    incidents,
    queue,
    suggestions,
    ticket,
)

urlpatterns = [
    path("login", entrance.login, name="login"),
    path("logout", entrance.logout, name="logout"),
    path("language", set_language, name="language"),
    path("here", entrance.here, name="here"),
    path("away", entrance.away, name="away"),
    path("", queue.page, name="queue"),
    path("rows", queue.rows, name="rows"),
    path("next", queue.take_next, name="next"),
    path("tickets/<str:ticket_id>", ticket.page, name="ticket"),
    path("tickets/<str:ticket_id>/thread", ticket.thread, name="thread"),
    path("tickets/<str:ticket_id>/write", handling.write, name="write"),
    path("tickets/<str:ticket_id>/take", handling.take, name="take"),
    path("tickets/<str:ticket_id>/hand-over", handling.hand_over, name="hand-over"),
    path("tickets/<str:ticket_id>/priority", handling.change_priority, name="priority"),
    path("tickets/<str:ticket_id>/status", handling.change_status, name="status"),
    path("tickets/<str:ticket_id>/record", ticket.record, name="record"),
    path("tickets/<str:ticket_id>/articles", suggestions.pick, name="pick-article"),
    path("attachments/<str:attachment_id>", ticket.attachment, name="attachment"),
    path("articles", article_list.page, name="articles"),
    path("articles/new", articles.new, name="new-article"),
    path("articles/preview", articles.preview, name="preview"),
    path("articles/<str:article_id>", articles.page, name="article"),
    path("articles/<str:article_id>/save", articles.save, name="save-article"),
    path("articles/<str:article_id>/restore", articles.restore, name="restore-article"),
    path("articles/<str:article_id>/history", articles.history, name="article-history"),
    path("incidents", incidents.overview, name="incidents"),
    path("incidents/<str:incident_id>", incidents.edit, name="incident"),
    path("incidents/<str:incident_id>/end", incidents.end, name="end-incident"),
    path("hours", desk.hours, name="hours"),
    path("accounts", accounts.overview, name="accounts"),
    path("accounts/own", accounts.own, name="own-account"),
    path("accounts/<str:account_id>", accounts.change, name="account"),
    path("handed", entrance.handed, name="handed"),
]
