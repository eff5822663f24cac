FROM docker.io/library/node:24.21.0-trixie-slim AS build
WORKDIR /source
COPY package.json package-lock.json ./
# No install script runs: the bundle needs none, and by one the package `node` would fetch a second Node.
RUN npm ci --ignore-scripts
COPY . .
RUN npm run bundle

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=build /usr/local/bin/node /usr/local/bin/node
# The maps are used only where NODE_OPTIONS=--enable-source-maps asks for it: they cost 50 MB of memory.
COPY --from=build /source/dist /app
ARG REVISION
ARG VERSION
ARG SOURCE
LABEL org.opencontainers.image.revision=$REVISION \
      org.opencontainers.image.version=$VERSION \
      org.opencontainers.image.source=$SOURCE
ENV NODE_ENV=production
# By number, or Kubernetes cannot tell that it is not root.
USER 65532:65532
EXPOSE 4545
# The heap grows less before it is collected: half the memory under load, at 15 % more CPU for an upload.
ENTRYPOINT ["/usr/local/bin/node", "--max-semi-space-size=4", "--heap-growing-percent=100", "/app/server.mjs"]
