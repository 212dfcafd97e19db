from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("helpdesk", "0023_token_until"),
    ]

    operations = [
        migrations.CreateModel(
            name="Logo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("picture", models.BinaryField()),
            ],
        ),
        migrations.AddField("organisation", "colour", models.CharField(blank=True, db_default="", default="", max_length=7)),
        migrations.AddField("organisation", "logo_mark", models.CharField(blank=True, db_default="", default="", max_length=16)),
    ]
