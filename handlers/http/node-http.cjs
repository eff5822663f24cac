// In place of node:http in the bundle. An `import` of node:http reads all that it exports, WebSocket too, and so loads
// Node's own fetch: 35 ms of each start, and 5 MB.
module.exports = process.getBuiltinModule('node:http')
