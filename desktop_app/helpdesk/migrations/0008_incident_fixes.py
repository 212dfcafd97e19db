from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('helpdesk', '0007_fixes'),
    ]

    operations = [
        migrations.AddField(
            model_name='incident',
            name='fixes',
            field=models.JSONField(default=list),
        ),
    ]
