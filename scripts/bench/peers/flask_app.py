from random import randrange
from uuid import uuid4

import boto3
from botocore.config import Config
from flask import Flask, request

app = Flask(__name__)
app.json.compact = True
s3 = boto3.client("s3", config=Config(s3={"addressing_style": "path"}))


def swapped(character):
    return str(9 - int(character)) if character.isdigit() else character.swapcase()


@app.get("/api/health")
def health():
    return {"status": "ok"}


@app.get("/api/mirror")
def mirror():
    word = request.args["word"].strip()
    return {"transformed": "".join(map(swapped, reversed(word)))}


@app.post("/api/upload-random")
def upload_random():
    key = f"{uuid4()}.txt"
    text = str(randrange(10_000))
    s3.put_object(Bucket="bench", Key=key, Body=text, ContentType="text/plain", IfNoneMatch="*")
    return {"uploaded": "ok", "key": key}
