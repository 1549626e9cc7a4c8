"""A client of the language server, over its standard input and output."""

import json
import queue
import subprocess
import threading
import time
from pathlib import Path


class LanguageServer:
    """A language server that has one project open."""

    def __init__(self, command, root, settings):
        self.process = subprocess.Popen(
            command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.settings = settings
        self.messages = queue.Queue()
        self.last_id = 0
        self.versions = {}
        self.is_quiescent = False
        threading.Thread(target=self._read, daemon=True).start()
        self.request("initialize", {
            "processId": None,
            "rootUri": Path(root).as_uri(),
            "workspaceFolders": [{"uri": Path(root).as_uri(), "name": "editor"}],
            "initializationOptions": settings,
            "capabilities": {
                "experimental": {"serverStatusNotification": True},
                "textDocument": {"hover": {"contentFormat": ["markdown"]}},
                "workspace": {"configuration": True},
            },
        })
        self.notify("initialized", {})

    def open(self, path):
        """Opens a file, or changes the text of an open one to that of the file."""
        self.change(path, Path(path).read_text())

    def change(self, path, text):
        """Changes the text of a file in the editor."""
        uri = Path(path).as_uri()
        version = self.versions[uri] = self.versions.get(uri, 0) + 1
        document = {"uri": uri, "version": version}
        if version == 1:
            self.notify("textDocument/didOpen", {"textDocument": document | {"languageId": "rust", "text": text}})
        else:
            self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def wait_until_quiescent(self, seconds):
        """Waits until the project is loaded, with its macros."""
        end = time.monotonic() + seconds
        while not self.is_quiescent:
            self._handle(self._next(end))

    def ask(self, method, path, line, column, **more):
        """Returns the answer for a position in a file."""
        return self.request(f"textDocument/{method}", {
            "textDocument": {"uri": Path(path).as_uri()},
            "position": {"line": line, "character": column},
        } | more)

    def request(self, method, parameters, seconds=300):
        """Sends a request and returns its result."""
        end = time.monotonic() + seconds
        while True:
            self.last_id += 1
            self._send({"id": self.last_id, "method": method, "params": parameters})
            answer = None
            while answer is None:
                message = self._next(end)
                if message.get("id") == self.last_id and "method" not in message:
                    answer = message
                else:
                    self._handle(message)
            # The content has changed while the server answered.
            if answer.get("error", {}).get("code") == -32801:
                continue
            if "error" in answer:
                raise RuntimeError(f"{method}: {answer['error']['message']}")
            return answer["result"]

    def notify(self, method, parameters):
        """Sends a notification."""
        self._send({"method": method, "params": parameters})

    def stop(self):
        """Stops the server."""
        self.request("shutdown", None)
        self.notify("exit", None)
        self.process.wait(30)

    def _handle(self, message):
        method = message.get("method")
        if method == "experimental/serverStatus":
            status = message["params"]
            self.is_quiescent = status["quiescent"]
            if status["health"] != "ok":
                print(f"rust-analyzer: {status.get('message')}")
        elif "id" in message and method is not None:
            # The server asks for its settings, or registers something.
            is_settings = method == "workspace/configuration"
            result = [self.settings for _ in message["params"]["items"]] if is_settings else None
            self._send({"id": message["id"], "result": result})

    def _next(self, end):
        message = self.messages.get(timeout=max(0.1, end - time.monotonic()))
        if message is None:
            raise RuntimeError("the language server has ended")
        return message

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _read(self):
        output = self.process.stdout
        while header := output.readline():
            length = int(header.split(b":")[1])
            while output.readline().strip():
                pass
            self.messages.put(json.loads(output.read(length)))
        self.messages.put(None)
