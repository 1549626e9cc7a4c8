"""The same middleware as pure ASGI, in Starlette."""

import logging
import os

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import JSONResponse
from starlette.routing import Route

logging.basicConfig(level=os.environ.get("LOG_LEVEL", "INFO"))


class LogRequests:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] == "http":
            logging.info(f"Request received: {scope['method']} {scope['path']}")
        await self.app(scope, receive, send)


class HandleErrors:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        try:
            await self.app(scope, receive, send)
        except HTTPException as e:
            response = JSONResponse({"detail": e.detail}, e.status_code)
            await response(scope, receive, send)
        except Exception:
            response = JSONResponse({"detail": "Internal Server Error"}, 500)
            await response(scope, receive, send)


class Authenticate:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        token = Headers(scope=scope).get("authorization")
        if not token or token != "Bearer valid_token":
            raise HTTPException(401, "Unauthorized")
        await self.app(scope, receive, send)


async def read_root(request):
    return JSONResponse({"Hello": "World"})


async def protected_route(request):
    return JSONResponse({"message": "This is a protected route"})


async def raise_error(request):
    raise ValueError("This is a sample error")


async def as_json(request, error):
    return JSONResponse({"detail": error.detail}, error.status_code)


app = Starlette(
    routes=[
        Route("/", read_root),
        Route("/protected", protected_route, middleware=[Middleware(Authenticate)]),
        Route("/error", raise_error),
    ],
    middleware=[
        Middleware(
            CORSMiddleware,
            allow_origins=["http://localhost", "http://localhost:8080"],
            allow_credentials=True,
            allow_methods=["*"],
            allow_headers=["*"],
        ),
        Middleware(LogRequests),
        Middleware(HandleErrors),
    ],
    exception_handlers={HTTPException: as_json},
)
