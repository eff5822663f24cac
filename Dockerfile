# Docker Hub, or a cache of it: scripts/pipeline/README.md.
ARG DOCKER_HUB=docker.io
FROM ${DOCKER_HUB}/library/node:24.21.0-trixie-slim@sha256:8ec5d7557396cfe32d21c3f9c13072355ceab22b584578ca4bb28af31120cffe AS build
WORKDIR /source
COPY package.json package-lock.json ./
# No install script runs: the bundle needs none, and by one the package `node` would fetch a second Node.
RUN npm ci --ignore-scripts
COPY . .
RUN npm run bundle

FROM gcr.io/distroless/cc-debian13:nonroot@sha256:54df941ed0d06a1bd95ef5e0ce391fd8d9f94b64782dc9a60062727849ee3f97
COPY --from=build /usr/local/bin/node /usr/local/bin/node
# The maps are used only where NODE_OPTIONS=--enable-source-maps asks for it: they cost 50 MB of memory.
COPY --from=build /source/dist /app
ARG REVISION
ARG VERSION
ARG SOURCE
LABEL org.opencontainers.image.revision=$REVISION \
      org.opencontainers.image.version=$VERSION \
      org.opencontainers.image.source=$SOURCE
# For the metric build_info.
ENV NODE_ENV=production VERSION=$VERSION REVISION=$REVISION
# By number, or Kubernetes cannot tell that it is not root.
USER 65532:65532
EXPOSE 4545
# In a pod of 256 MiB, Node alone allows a heap of 259 MiB. With 4 MiB for the young generation instead of 8, more objects
# reach the old one, which is collected more often: with 256 uploads in flight, each costs a fifth more CPU.
# A pod with other memory has the same heap.
ENTRYPOINT ["/usr/local/bin/node", "--max-semi-space-size=8", "--max-old-space-size=128", "/app/server.mjs"]
