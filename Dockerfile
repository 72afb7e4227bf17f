# Small, not root, one process. Build: docker build -t gozideh . ; run: see the README.
FROM python:3.13-slim AS build
WORKDIR /app
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev && rm -rf /var/lib/apt/lists/*
COPY requirements.lock requirements-compile.lock ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.lock
# The summarizer's compiled copy, made with an environment that stays behind.
COPY summarizer summarizer
RUN python -m venv /compile && /compile/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements-compile.lock \
    && /compile/bin/python -m summarizer.compiled.build

FROM python:3.13-slim
RUN useradd --create-home --uid 10001 gozideh && install -d -o gozideh -g gozideh /data
WORKDIR /app
COPY --from=build /venv /venv
COPY pyproject.toml README.md LICENSE ./
COPY --from=build /app/summarizer summarizer
COPY bot bot
COPY seeds seeds
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 GOZIDEH_DB=/data/gozideh.db GOZIDEH_LOG_FORMAT=json
USER gozideh
VOLUME /data
HEALTHCHECK --interval=5m --timeout=30s --start-period=30s --retries=3 CMD ["python", "-m", "bot", "check"]
STOPSIGNAL SIGTERM
CMD ["python", "-m", "bot", "run"]
