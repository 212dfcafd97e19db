from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("helpdesk", "0026_release_notice"),
    ]

    operations = [
        migrations.AddField(
            model_name="incident",
            name="workaround",
            field=models.JSONField(db_default=models.Value({}, models.JSONField()), default=dict),
        ),
    ]
