"""A real server of S3's kind as a process, that checks who asks, and its bucket."""

import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import boto3
import requests
from botocore.config import Config

NAME = "valclair"
_REGION = "eu-west-3"
_ANYTHING = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}'
_PROGRAM = """
import sys, time
import time_machine
time_machine.travel(time.time() - float(sys.argv.pop(1))).start()
from moto.server import main
main(sys.argv[1:])
"""
_QUICK = Config(retries={"total_max_attempts": 20}, region_name=_REGION)


class BucketServer:
    """It forgets everything when it stops; `seal` has it answer strangers no more. Its clock may be late."""

    def __init__(self, log: Path, late_s: float = 0) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self.url, self._log, self._late_s = f"http://127.0.0.1:{self.port}", log, late_s
        self._keys = {"aws_access_key_id": "a", "aws_secret_access_key": "b"}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Returns when it answers, with an empty bucket."""
        line = [
            sys.executable,
            "-W",
            "ignore",
            "-c",
            _PROGRAM,
            str(self._late_s),
            "-H",
            "127.0.0.1",
            "-p",
            str(self.port),
        ]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(line, stdout=log, stderr=log)
        self._ask("s3").create_bucket(Bucket=NAME, CreateBucketConfiguration={"LocationConstraint": _REGION})

    def seal(self) -> dict[str, str]:
        """Let in nobody but an account that is made for it; what the environment of a help desk says of that."""
        accounts = self._ask("iam")
        accounts.create_user(UserName="rescousse")
        accounts.put_user_policy(UserName="rescousse", PolicyName="all", PolicyDocument=_ANYTHING)
        made = accounts.create_access_key(UserName="rescousse")["AccessKey"]
        self._keys = {"aws_access_key_id": made["AccessKeyId"], "aws_secret_access_key": made["SecretAccessKey"]}
        requests.post(f"{self.url}/moto-api/reset-auth", data="0", timeout=60).raise_for_status()
        return self.environment()

    def environment(self) -> dict[str, str]:
        """AWS's own variables."""
        keys = {name.upper(): value for name, value in self._keys.items()}
        return {
            "AWS_ENDPOINT_URL": self.url,
            "AWS_DEFAULT_REGION": _REGION,
            "AWS_EC2_METADATA_DISABLED": "true",
            **keys,
        }

    def stop(self) -> None:
        """At once; a line to it is refused from now on."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(timeout=30)
            self._process = None

    def names(self) -> dict[str, Any]:
        """What lies in the bucket, and since when."""
        found = self._ask("s3").list_objects_v2(Bucket=NAME).get("Contents", [])
        return {one["Key"]: one["LastModified"] for one in found}

    def _ask(self, service: str) -> Any:
        return boto3.client(service, endpoint_url=self.url, config=_QUICK, **self._keys)
