/** Makes an issued certificate for a name in the moto of this process's environment. */
export async function makeCertificate(name: string, region: string) {
  const reply = await fetch(process.env.AWS_ENDPOINT_URL as string, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'CertificateManager.RequestCertificate',
      // Tells moto service and region; it checks no signature.
      authorization: `AWS4-HMAC-SHA256 Credential=tester/20260101/${region}/acm/aws4_request`,
    },
    body: JSON.stringify({ DomainName: name, ValidationMethod: 'DNS' }),
  })
  if (!reply.ok) throw new Error(`moto made no certificate: ${await reply.text()}`)
}
