from django.db import migrations, models

LANGUAGES = ("fr", "en", "de", "nl")


def tell(apps, _schema_editor):
    for revision in apps.get_model("helpdesk", "Revision").objects.all():
        revision.is_complete = all(revision.title.get(one) and revision.body.get(one) for one in LANGUAGES)
        revision.save(update_fields=["is_complete"])


class Migration(migrations.Migration):

    dependencies = [
        ('helpdesk', '0004_handed_over'),
    ]

    operations = [
        migrations.AddField(
            model_name='revision',
            name='is_complete',
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(tell, migrations.RunPython.noop),
    ]
