"""The quickstart with FastAPI's `BaseHTTPMiddleware`."""

import logging
import os

from fastapi import FastAPI, HTTPException, Request
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse

logging.basicConfig(level=os.environ.get("LOG_LEVEL", "INFO"))

app = FastAPI()

# The last registered middleware is outermost, so the order is that of the quickstart: CORS, log,
# errors, authentication.


@app.middleware("http")
async def authenticate(request: Request, call_next):
    # A FastAPI middleware runs for all routes, but the quickstart protects only one.
    if request.url.path == "/protected":
        token = request.headers.get("Authorization")
        if not token or token != "Bearer valid_token":
            raise HTTPException(status_code=401, detail="Unauthorized")
    response = await call_next(request)
    return response


@app.middleware("http")
async def error_handling(request: Request, call_next):
    try:
        response = await call_next(request)
        return response
    except HTTPException as e:
        return JSONResponse(status_code=e.status_code, content={"detail": e.detail})
    except Exception:
        return JSONResponse(status_code=500, content={"detail": "Internal Server Error"})


@app.middleware("http")
async def log_requests(request: Request, call_next):
    logging.info(f"Request received: {request.method} {request.url}")
    response = await call_next(request)
    return response


app.add_middleware(
    CORSMiddleware,
    allow_origins=["http://localhost", "http://localhost:8080"],
    allow_credentials=True,
    allow_methods=["*"],
    allow_headers=["*"],
)


if os.environ.get("HANDLERS") == "async":

    @app.get("/")
    async def read_root():
        return {"Hello": "World"}

    @app.get("/protected")
    async def protected_route():
        return {"message": "This is a protected route"}

else:
    # FastAPI runs each of these on a thread.

    @app.get("/")
    def read_root():
        return {"Hello": "World"}

    @app.get("/protected")
    def protected_route():
        return {"message": "This is a protected route"}


@app.get("/error")
async def raise_error():
    raise ValueError("This is a sample error")
