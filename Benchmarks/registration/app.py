"""The peer: registering for a meeting in Django on PostgreSQL, by the rules that the load touches. A page with a form and its token against forgery; one
transaction that holds the row of the meeting, counts, decides on a place or the waiting list, and writes the mail into an outbox."""

import os
import sys
import urllib.parse

import django
from django import forms
from django.conf import settings

place = urllib.parse.urlsplit(os.environ["PEER_DATABASE"])
asked = dict(urllib.parse.parse_qsl(place.query))
settings.configure(
    SECRET_KEY="only for a measurement", ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, USE_TZ=True, LANGUAGE_CODE="nl", INSTALLED_APPS=[],
    MIDDLEWARE=["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware", "django.middleware.csrf.CsrfViewMiddleware"],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {
        "loaders": [("django.template.loaders.cached.Loader", [("django.template.loaders.locmem.Loader", {"form.html": """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>{{ meeting.title }}</title></head><body><main><h1>{{ meeting.title }}</h1>
<form method="post">{% csrf_token %}{{ form.as_p }}<button>Doe mee</button></form></main></body></html>"""})])]}}],
    DATABASES={"default": {
        "ENGINE": "django.db.backends.postgresql", "NAME": place.path.strip("/"), "USER": asked.get("user", ""), "HOST": asked.get("host", ""),
        # Connections are kept: the fastest way that Django documents.
        "CONN_MAX_AGE": None, "OPTIONS": {"options": f"-c search_path={asked['schema']}"}}})
django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection, models, transaction  # noqa: E402
from django.http import HttpResponse, HttpResponseRedirect  # noqa: E402
from django.shortcuts import get_object_or_404, render  # noqa: E402
from django.urls import path  # noqa: E402


class Meeting(models.Model):
    title = models.CharField(max_length=200)
    capacity = models.IntegerField()
    last_number = models.IntegerField(default=0)

    class Meta:
        app_label = "peer"


class Subgroup(models.Model):
    meeting = models.ForeignKey(Meeting, models.CASCADE)
    title = models.CharField(max_length=200)
    capacity = models.IntegerField()

    class Meta:
        app_label = "peer"


class Registration(models.Model):
    meeting = models.ForeignKey(Meeting, models.CASCADE)
    subgroup = models.ForeignKey(Subgroup, models.CASCADE)
    number = models.IntegerField()
    name = models.CharField(max_length=200)
    mail = models.CharField(max_length=254)
    role = models.CharField(max_length=40)
    need = models.TextField(blank=True)
    standing = models.CharField(max_length=20)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "peer"
        constraints = [
            models.UniqueConstraint(fields=["meeting", "mail"], condition=models.Q(standing__in=["ingeschreven", "wacht"]), name="one_living"),
            models.UniqueConstraint(fields=["meeting", "number"], name="one_number")]
        indexes = [models.Index(fields=["meeting", "standing", "subgroup"], name="counting")]


class Outbox(models.Model):
    recipient = models.CharField(max_length=254)
    subject = models.CharField(max_length=300)
    body = models.TextField()
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "peer"


class RegistrationForm(forms.Form):
    naam = forms.CharField(max_length=100)
    mail = forms.EmailField(max_length=254)
    rol = forms.ChoiceField(choices=[("ambtenaar", "Ambtenaar"), ("inwoner", "Inwoner")])
    groep = forms.ChoiceField(widget=forms.RadioSelect)
    vraag = forms.CharField(max_length=1000, required=False, widget=forms.Textarea)

    def __init__(self, meeting, data=None):
        super().__init__(data)
        self.fields["groep"].choices = [(str(one.id), one.title) for one in Subgroup.objects.filter(meeting=meeting)]


def register(request, number):
    meeting = get_object_or_404(Meeting, id=number)
    form = RegistrationForm(meeting, request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "form.html", {"meeting": meeting, "form": form}, status=400 if request.method == "POST" else 200)
    given = form.cleaned_data
    with transaction.atomic():
        # Whoever holds the row decides: nobody counts beside it.
        meeting = Meeting.objects.select_for_update().get(id=number)
        subgroup = Subgroup.objects.get(id=given["groep"], meeting=meeting)
        if not Registration.objects.filter(meeting=meeting, mail=given["mail"].lower(), standing__in=["ingeschreven", "wacht"]).exists():
            living = Registration.objects.filter(meeting=meeting)
            used = living.filter(standing="ingeschreven")
            waits = living.filter(standing="wacht", subgroup=subgroup).exists()
            is_free = not waits and used.count() < meeting.capacity and used.filter(subgroup=subgroup).count() < subgroup.capacity
            standing = "ingeschreven" if is_free else "wacht"
            meeting.last_number += 1
            meeting.save(update_fields=["last_number"])
            Registration.objects.create(
                meeting=meeting, subgroup=subgroup, number=meeting.last_number, name=given["naam"], mail=given["mail"].lower(), role=given["rol"],
                need=given["vraag"], standing=standing)
            words = "Je hebt een plek." if is_free else "Je staat op de wachtlijst."
            Outbox.objects.create(recipient=given["mail"], subject=f"{words} {meeting.title}", body=f"Beste {given['naam']},\n\n{words}\n")
    return HttpResponseRedirect("/verstuurd")


urlpatterns = [
    path("bijeenkomsten/<int:number>/inschrijven", register), path("health", lambda request: HttpResponse("ok")),
    path("verstuurd", lambda request: HttpResponse("Kijk in je mail"))]
application = get_wsgi_application()

if __name__ == "__main__":
    # Makes the tables and a meeting: app.py TITLE GROUPS EACH
    _, title, groups, each = sys.argv
    with connection.schema_editor() as editor:
        for model in (Meeting, Subgroup, Registration, Outbox):
            editor.create_model(model)
    made = Meeting.objects.create(title=title, capacity=int(groups) * int(each))
    for one in range(int(groups)):
        Subgroup.objects.create(meeting=made, title=f"Groep {one}", capacity=int(each))
    print(made.id)
