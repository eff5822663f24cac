import { service } from '../terraform/service.ts'

/** A part of `scrape_configs` that makes Prometheus find the pods. A pod that drains is running, so it stays a target. */
export const scrapeConfig = {
  job_name: service.name,
  kubernetes_sd_configs: [{ role: 'pod' }],
  relabel_configs: [
    { action: 'keep', source_labels: ['__meta_kubernetes_pod_label_app_kubernetes_io_name'], regex: service.name },
    { action: 'keep', source_labels: ['__meta_kubernetes_pod_container_port_name'], regex: 'metrics' },
    { action: 'drop', source_labels: ['__meta_kubernetes_pod_phase'], regex: 'Succeeded|Failed' },
    { source_labels: ['__meta_kubernetes_namespace'], target_label: 'namespace' },
    { source_labels: ['__meta_kubernetes_pod_name'], target_label: 'pod' },
  ],
}
