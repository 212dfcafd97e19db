from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("helpdesk", "0030_queue_index")]

    operations = [
        migrations.AddField("device", "earlier_hash", models.CharField(max_length=64, null=True, unique=True)),
        migrations.AddField("device", "earlier_until", models.DateTimeField(null=True)),
    ]
