#!/bin/sh
# Runs rustc and counts its instructions. cargo takes this as its `RUSTC_WORKSPACE_WRAPPER`.
exec valgrind --tool=cachegrind --cache-sim=no --trace-children=yes --log-file=/dev/null \
    --cachegrind-out-file="$INSTRUCTIONS" "$@"
