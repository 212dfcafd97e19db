import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("helpdesk", "0027_workarounds")]

    operations = [
        migrations.RemoveConstraint(model_name="sharing", name="one_sharing_at_a_time"),
        migrations.AddField(
            model_name="sharing",
            name="joins",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="guests", to="helpdesk.sharing"
            ),
        ),
        migrations.AddConstraint(
            model_name="sharing",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "ended"), _negated=True) & models.Q(("joins", None)),
                fields=("ticket",),
                name="one_sharing_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharing",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "ended"), _negated=True), fields=("joins",), name="one_guest_at_a_time"
            ),
        ),
    ]
