import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("helpdesk", "0029_identity")]

    operations = [
        migrations.RemoveIndex(model_name="ticket", name="helpdesk_ti_status_aaae65_idx"),
        migrations.AddIndex(
            model_name="ticket",
            index=models.Index(
                fields=[
                    "status",
                    "updated_at",
                    "priority",
                    "assignee",
                    "first_answer_at",
                    "answer_by",
                    "solve_by",
                    "created_at",
                    "device",
                    "number",
                    "call_back",
                ],
                name="what_the_queue_asks",
            ),
        ),
        migrations.AddIndex(
            model_name="ticket",
            index=models.Index(
                condition=models.Q(("first_answer_at__isnull", False)), fields=["created_at"], name="answered"
            ),
        ),
        migrations.AddIndex(
            model_name="ticket",
            index=models.Index(
                condition=models.Q(("resolved_at__isnull", False)), fields=["resolved_at"], name="ended"
            ),
        ),
        migrations.AlterField(
            model_name="ticket",
            name="assignee",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="tickets",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="ticket",
            index=models.Index(condition=models.Q(("assignee__isnull", False)), fields=["assignee"], name="taken"),
        ),
    ]
