import { Client } from 'minio'

const { AWS_ENDPOINT_URL_S3, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION } = process.env
const { hostname, port } = new URL(AWS_ENDPOINT_URL_S3)
const client = new Client({
  endPoint: hostname,
  port: Number(port),
  useSSL: false,
  accessKey: AWS_ACCESS_KEY_ID,
  secretKey: AWS_SECRET_ACCESS_KEY,
  region: AWS_REGION,
})

export const put = (key, text) =>
  client.putObject('bench', key, text, text.length, { 'Content-Type': 'text/plain', 'If-None-Match': '*' })
