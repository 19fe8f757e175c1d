# One image for every role: the command decides what a container does.
FROM node:20-bookworm-slim

ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data

RUN mkdir /app /data && chown node:node /app /data
USER node
WORKDIR /app

# Sources run as they are, so what the build needs is needed later as well.
COPY --chown=node:node package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund && npm cache clean --force

COPY --chown=node:node . .
# What the build keeps of its own, a secret among it, is not for the image.
RUN DEMO=1 DATA_DIR=/tmp/build npm run build && rm -rf /tmp/build

VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

# No npm in between: the process itself gets the signal to stop.
CMD ["node", "--import", "tsx", "src/host/start.ts"]
