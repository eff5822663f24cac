// Written by npm run types from the provider's own schema; edit scripts/terraform/types/in-use.ts instead.
import type {Expression, Value} from "../expression.ts";

export interface Kubernetes {
  provider: KubernetesProvider;
  resource: KubernetesResources;
  data: KubernetesDataResources;
}
export interface KubernetesProvider {
  client_certificate?: Value<string>;
  client_key?: Value<string>;
  cluster_ca_certificate?: Value<string>;
  config_context?: Value<string>;
  config_context_auth_info?: Value<string>;
  config_context_cluster?: Value<string>;
  config_path?: Value<string>;
  config_paths?: Value<string[]>;
  host?: Value<string>;
  ignore_annotations?: Value<string[]>;
  ignore_labels?: Value<string[]>;
  insecure?: Value<boolean>;
  password?: Value<string>;
  proxy_url?: Value<string>;
  tls_server_name?: Value<string>;
  token?: Value<string>;
  username?: Value<string>;
  exec?: KubernetesProviderExec[];
  experiments?: KubernetesProviderExperiments[];
  dynamic?: {
    exec?: {
      for_each: Expression;
      content: KubernetesProviderExec;
    };
    experiments?: {
      for_each: Expression;
      content: KubernetesProviderExperiments;
    };
  };
  alias?: string;
}
export interface KubernetesProviderExec {
  api_version: Value<string>;
  args?: Value<string[]>;
  command: Value<string>;
  env?: Value<Record<string, string>>;
}
export interface KubernetesProviderExperiments {}
export interface KubernetesResources {
  kubernetes_cluster_role_v1?: {
    [k: string]: KubernetesClusterRoleV1;
  };
  kubernetes_config_map_v1?: {
    [k: string]: KubernetesConfigMapV1;
  };
  kubernetes_deployment_v1?: {
    [k: string]: KubernetesDeploymentV1;
  };
  kubernetes_horizontal_pod_autoscaler_v2?: {
    [k: string]: KubernetesHorizontalPodAutoscalerV2;
  };
  kubernetes_namespace_v1?: {
    [k: string]: KubernetesNamespaceV1;
  };
  kubernetes_network_policy_v1?: {
    [k: string]: KubernetesNetworkPolicyV1;
  };
  kubernetes_pod_disruption_budget_v1?: {
    [k: string]: KubernetesPodDisruptionBudgetV1;
  };
  kubernetes_role_binding_v1?: {
    [k: string]: KubernetesRoleBindingV1;
  };
  kubernetes_secret_v1?: {
    [k: string]: KubernetesSecretV1;
  };
  kubernetes_service_account_v1?: {
    [k: string]: KubernetesServiceAccountV1;
  };
  kubernetes_service_v1?: {
    [k: string]: KubernetesServiceV1;
  };
}
export interface KubernetesClusterRoleV1 {
  aggregation_rule?: KubernetesClusterRoleV1AggregationRule;
  metadata: KubernetesClusterRoleV1Metadata;
  rule?: KubernetesClusterRoleV1Rule[];
  dynamic?: {
    aggregation_rule?: {
      for_each: Expression;
      content: KubernetesClusterRoleV1AggregationRule;
    };
    rule?: {
      for_each: Expression;
      content: KubernetesClusterRoleV1Rule;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface KubernetesClusterRoleV1AggregationRule {
  cluster_role_selectors?: KubernetesClusterRoleV1AggregationRuleClusterRoleSelectors[];
  dynamic?: {
    cluster_role_selectors?: {
      for_each: Expression;
      content: KubernetesClusterRoleV1AggregationRuleClusterRoleSelectors;
    };
  };
}
export interface KubernetesClusterRoleV1AggregationRuleClusterRoleSelectors {
  match_labels?: Value<Record<string, string>>;
  match_expressions?: KubernetesClusterRoleV1AggregationRuleClusterRoleSelectorsMatchExpressions[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesClusterRoleV1AggregationRuleClusterRoleSelectorsMatchExpressions;
    };
  };
}
export interface KubernetesClusterRoleV1AggregationRuleClusterRoleSelectorsMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesClusterRoleV1Metadata {
  annotations?: Value<Record<string, string>>;
  generate_name?: Value<string>;
  labels?: Value<Record<string, string>>;
  name?: Value<string>;
}
export interface KubernetesClusterRoleV1Rule {
  api_groups?: Value<string[]>;
  non_resource_urls?: Value<string[]>;
  resource_names?: Value<string[]>;
  resources?: Value<string[]>;
  verbs: Value<string[]>;
}
export interface Lifecycle {
  create_before_destroy?: boolean;
  prevent_destroy?: boolean;
  ignore_changes?: "all" | Expression[];
  replace_triggered_by?: Expression[];
  postcondition?: Condition[];
}
export interface Condition {
  condition: Expression;
  error_message: Value<string>;
}
export interface KubernetesConfigMapV1 {
  binary_data?: Value<Record<string, string>>;
  data?: Value<Record<string, string>>;
  immutable?: Value<boolean>;
  metadata: KubernetesConfigMapV1Metadata;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface KubernetesConfigMapV1Metadata {
  annotations?: Value<Record<string, string>>;
  generate_name?: Value<string>;
  labels?: Value<Record<string, string>>;
  name?: Value<string>;
  namespace?: Value<string>;
}
export interface KubernetesDeploymentV1 {
  wait_for_rollout?: Value<boolean>;
  metadata: KubernetesDeploymentV1Metadata;
  spec: KubernetesDeploymentV1Spec;
  timeouts?: KubernetesDeploymentV1Timeouts;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface KubernetesDeploymentV1Metadata {
  annotations?: Value<Record<string, string>>;
  generate_name?: Value<string>;
  labels?: Value<Record<string, string>>;
  name?: Value<string>;
  namespace?: Value<string>;
}
export interface KubernetesDeploymentV1Spec {
  min_ready_seconds?: Value<number>;
  paused?: Value<boolean>;
  progress_deadline_seconds?: Value<number>;
  replicas?: Value<string>;
  revision_history_limit?: Value<number>;
  selector?: KubernetesDeploymentV1SpecSelector;
  strategy?: KubernetesDeploymentV1SpecStrategy;
  template: KubernetesDeploymentV1SpecTemplate;
  dynamic?: {
    selector?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecSelector;
    };
    strategy?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecStrategy;
    };
  };
}
export interface KubernetesDeploymentV1SpecSelector {
  match_labels?: Value<Record<string, string>>;
  match_expressions?: KubernetesDeploymentV1SpecSelectorMatchExpressions[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecSelectorMatchExpressions;
    };
  };
}
export interface KubernetesDeploymentV1SpecSelectorMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecStrategy {
  type?: Value<string>;
  rolling_update?: KubernetesDeploymentV1SpecStrategyRollingUpdate;
  dynamic?: {
    rolling_update?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecStrategyRollingUpdate;
    };
  };
}
export interface KubernetesDeploymentV1SpecStrategyRollingUpdate {
  max_surge?: Value<string>;
  max_unavailable?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplate {
  metadata: KubernetesDeploymentV1SpecTemplateMetadata;
  spec: KubernetesDeploymentV1SpecTemplateSpec;
}
export interface KubernetesDeploymentV1SpecTemplateMetadata {
  annotations?: Value<Record<string, string>>;
  generate_name?: Value<string>;
  labels?: Value<Record<string, string>>;
  name?: Value<string>;
  namespace?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpec {
  active_deadline_seconds?: Value<number>;
  automount_service_account_token?: Value<boolean>;
  dns_policy?: Value<string>;
  enable_service_links?: Value<boolean>;
  host_ipc?: Value<boolean>;
  host_network?: Value<boolean>;
  host_pid?: Value<boolean>;
  hostname?: Value<string>;
  node_name?: Value<string>;
  node_selector?: Value<Record<string, string>>;
  priority_class_name?: Value<string>;
  restart_policy?: Value<string>;
  runtime_class_name?: Value<string>;
  scheduler_name?: Value<string>;
  service_account_name?: Value<string>;
  share_process_namespace?: Value<boolean>;
  subdomain?: Value<string>;
  termination_grace_period_seconds?: Value<number>;
  affinity?: KubernetesDeploymentV1SpecTemplateSpecAffinity;
  container?: KubernetesDeploymentV1SpecTemplateSpecContainer[];
  dns_config?: KubernetesDeploymentV1SpecTemplateSpecDnsConfig;
  host_aliases?: KubernetesDeploymentV1SpecTemplateSpecHostAliases[];
  image_pull_secrets?: KubernetesDeploymentV1SpecTemplateSpecImagePullSecrets[];
  init_container?: KubernetesDeploymentV1SpecTemplateSpecInitContainer[];
  os?: KubernetesDeploymentV1SpecTemplateSpecOs;
  readiness_gate?: KubernetesDeploymentV1SpecTemplateSpecReadinessGate[];
  security_context?: KubernetesDeploymentV1SpecTemplateSpecSecurityContext;
  toleration?: KubernetesDeploymentV1SpecTemplateSpecToleration[];
  topology_spread_constraint?: KubernetesDeploymentV1SpecTemplateSpecTopologySpreadConstraint[];
  volume?: KubernetesDeploymentV1SpecTemplateSpecVolume[];
  dynamic?: {
    affinity?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinity;
    };
    container?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainer;
    };
    dns_config?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecDnsConfig;
    };
    host_aliases?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecHostAliases;
    };
    image_pull_secrets?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecImagePullSecrets;
    };
    init_container?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainer;
    };
    os?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecOs;
    };
    readiness_gate?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecReadinessGate;
    };
    security_context?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecSecurityContext;
    };
    toleration?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecToleration;
    };
    topology_spread_constraint?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecTopologySpreadConstraint;
    };
    volume?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolume;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinity {
  node_affinity?: KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinity;
  pod_affinity?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinity;
  pod_anti_affinity?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinity;
  dynamic?: {
    node_affinity?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinity;
    };
    pod_affinity?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinity;
    };
    pod_anti_affinity?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinity;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinity {
  preferred_during_scheduling_ignored_during_execution?: KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityPreferredDuringSchedulingIgnoredDuringExecution[];
  required_during_scheduling_ignored_during_execution?: KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityRequiredDuringSchedulingIgnoredDuringExecution;
  dynamic?: {
    preferred_during_scheduling_ignored_during_execution?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityPreferredDuringSchedulingIgnoredDuringExecution;
    };
    required_during_scheduling_ignored_during_execution?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityRequiredDuringSchedulingIgnoredDuringExecution;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityPreferredDuringSchedulingIgnoredDuringExecution {
  weight: Value<number>;
  preference: KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityPreferredDuringSchedulingIgnoredDuringExecutionPreference;
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityPreferredDuringSchedulingIgnoredDuringExecutionPreference {
  match_expressions?: KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityPreferredDuringSchedulingIgnoredDuringExecutionPreferenceMatchExpressions[];
  match_fields?: KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityPreferredDuringSchedulingIgnoredDuringExecutionPreferenceMatchFields[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityPreferredDuringSchedulingIgnoredDuringExecutionPreferenceMatchExpressions;
    };
    match_fields?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityPreferredDuringSchedulingIgnoredDuringExecutionPreferenceMatchFields;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityPreferredDuringSchedulingIgnoredDuringExecutionPreferenceMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityPreferredDuringSchedulingIgnoredDuringExecutionPreferenceMatchFields {
  key: Value<string>;
  operator: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityRequiredDuringSchedulingIgnoredDuringExecution {
  node_selector_term?: KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityRequiredDuringSchedulingIgnoredDuringExecutionNodeSelectorTerm[];
  dynamic?: {
    node_selector_term?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityRequiredDuringSchedulingIgnoredDuringExecutionNodeSelectorTerm;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityRequiredDuringSchedulingIgnoredDuringExecutionNodeSelectorTerm {
  match_expressions?: KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityRequiredDuringSchedulingIgnoredDuringExecutionNodeSelectorTermMatchExpressions[];
  match_fields?: KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityRequiredDuringSchedulingIgnoredDuringExecutionNodeSelectorTermMatchFields[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityRequiredDuringSchedulingIgnoredDuringExecutionNodeSelectorTermMatchExpressions;
    };
    match_fields?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityRequiredDuringSchedulingIgnoredDuringExecutionNodeSelectorTermMatchFields;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityRequiredDuringSchedulingIgnoredDuringExecutionNodeSelectorTermMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityNodeAffinityRequiredDuringSchedulingIgnoredDuringExecutionNodeSelectorTermMatchFields {
  key: Value<string>;
  operator: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinity {
  preferred_during_scheduling_ignored_during_execution?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecution[];
  required_during_scheduling_ignored_during_execution?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityRequiredDuringSchedulingIgnoredDuringExecution[];
  dynamic?: {
    preferred_during_scheduling_ignored_during_execution?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecution;
    };
    required_during_scheduling_ignored_during_execution?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityRequiredDuringSchedulingIgnoredDuringExecution;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecution {
  weight: Value<number>;
  pod_affinity_term: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTerm;
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTerm {
  namespaces?: Value<string[]>;
  topology_key: Value<string>;
  label_selector?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermLabelSelector[];
  namespace_selector?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermNamespaceSelector[];
  dynamic?: {
    label_selector?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermLabelSelector;
    };
    namespace_selector?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermNamespaceSelector;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermLabelSelector {
  match_labels?: Value<Record<string, string>>;
  match_expressions?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermLabelSelectorMatchExpressions[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermLabelSelectorMatchExpressions;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermLabelSelectorMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermNamespaceSelector {
  match_labels?: Value<Record<string, string>>;
  match_expressions?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermNamespaceSelectorMatchExpressions[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermNamespaceSelectorMatchExpressions;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermNamespaceSelectorMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityRequiredDuringSchedulingIgnoredDuringExecution {
  namespaces?: Value<string[]>;
  topology_key: Value<string>;
  label_selector?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityRequiredDuringSchedulingIgnoredDuringExecutionLabelSelector[];
  namespace_selector?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityRequiredDuringSchedulingIgnoredDuringExecutionNamespaceSelector[];
  dynamic?: {
    label_selector?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityRequiredDuringSchedulingIgnoredDuringExecutionLabelSelector;
    };
    namespace_selector?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityRequiredDuringSchedulingIgnoredDuringExecutionNamespaceSelector;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityRequiredDuringSchedulingIgnoredDuringExecutionLabelSelector {
  match_labels?: Value<Record<string, string>>;
  match_expressions?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityRequiredDuringSchedulingIgnoredDuringExecutionLabelSelectorMatchExpressions[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityRequiredDuringSchedulingIgnoredDuringExecutionLabelSelectorMatchExpressions;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityRequiredDuringSchedulingIgnoredDuringExecutionLabelSelectorMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityRequiredDuringSchedulingIgnoredDuringExecutionNamespaceSelector {
  match_labels?: Value<Record<string, string>>;
  match_expressions?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityRequiredDuringSchedulingIgnoredDuringExecutionNamespaceSelectorMatchExpressions[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityRequiredDuringSchedulingIgnoredDuringExecutionNamespaceSelectorMatchExpressions;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAffinityRequiredDuringSchedulingIgnoredDuringExecutionNamespaceSelectorMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinity {
  preferred_during_scheduling_ignored_during_execution?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution[];
  required_during_scheduling_ignored_during_execution?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityRequiredDuringSchedulingIgnoredDuringExecution[];
  dynamic?: {
    preferred_during_scheduling_ignored_during_execution?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution;
    };
    required_during_scheduling_ignored_during_execution?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityRequiredDuringSchedulingIgnoredDuringExecution;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution {
  weight: Value<number>;
  pod_affinity_term: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTerm;
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTerm {
  namespaces?: Value<string[]>;
  topology_key: Value<string>;
  label_selector?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermLabelSelector[];
  namespace_selector?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermNamespaceSelector[];
  dynamic?: {
    label_selector?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermLabelSelector;
    };
    namespace_selector?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermNamespaceSelector;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermLabelSelector {
  match_labels?: Value<Record<string, string>>;
  match_expressions?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermLabelSelectorMatchExpressions[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermLabelSelectorMatchExpressions;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermLabelSelectorMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermNamespaceSelector {
  match_labels?: Value<Record<string, string>>;
  match_expressions?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermNamespaceSelectorMatchExpressions[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermNamespaceSelectorMatchExpressions;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityPreferredDuringSchedulingIgnoredDuringExecutionPodAffinityTermNamespaceSelectorMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityRequiredDuringSchedulingIgnoredDuringExecution {
  namespaces?: Value<string[]>;
  topology_key: Value<string>;
  label_selector?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityRequiredDuringSchedulingIgnoredDuringExecutionLabelSelector[];
  namespace_selector?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityRequiredDuringSchedulingIgnoredDuringExecutionNamespaceSelector[];
  dynamic?: {
    label_selector?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityRequiredDuringSchedulingIgnoredDuringExecutionLabelSelector;
    };
    namespace_selector?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityRequiredDuringSchedulingIgnoredDuringExecutionNamespaceSelector;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityRequiredDuringSchedulingIgnoredDuringExecutionLabelSelector {
  match_labels?: Value<Record<string, string>>;
  match_expressions?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityRequiredDuringSchedulingIgnoredDuringExecutionLabelSelectorMatchExpressions[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityRequiredDuringSchedulingIgnoredDuringExecutionLabelSelectorMatchExpressions;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityRequiredDuringSchedulingIgnoredDuringExecutionLabelSelectorMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityRequiredDuringSchedulingIgnoredDuringExecutionNamespaceSelector {
  match_labels?: Value<Record<string, string>>;
  match_expressions?: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityRequiredDuringSchedulingIgnoredDuringExecutionNamespaceSelectorMatchExpressions[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityRequiredDuringSchedulingIgnoredDuringExecutionNamespaceSelectorMatchExpressions;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecAffinityPodAntiAffinityRequiredDuringSchedulingIgnoredDuringExecutionNamespaceSelectorMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainer {
  args?: Value<string[]>;
  command?: Value<string[]>;
  image?: Value<string>;
  image_pull_policy?: Value<string>;
  name: Value<string>;
  restart_policy?: Value<string>;
  stdin?: Value<boolean>;
  stdin_once?: Value<boolean>;
  termination_message_path?: Value<string>;
  termination_message_policy?: Value<string>;
  tty?: Value<boolean>;
  working_dir?: Value<string>;
  env?: KubernetesDeploymentV1SpecTemplateSpecContainerEnv[];
  env_from?: KubernetesDeploymentV1SpecTemplateSpecContainerEnvFrom[];
  lifecycle?: KubernetesDeploymentV1SpecTemplateSpecContainerLifecycle;
  liveness_probe?: KubernetesDeploymentV1SpecTemplateSpecContainerLivenessProbe;
  port?: KubernetesDeploymentV1SpecTemplateSpecContainerPort[];
  readiness_probe?: KubernetesDeploymentV1SpecTemplateSpecContainerReadinessProbe;
  resources?: KubernetesDeploymentV1SpecTemplateSpecContainerResources;
  security_context?: KubernetesDeploymentV1SpecTemplateSpecContainerSecurityContext;
  startup_probe?: KubernetesDeploymentV1SpecTemplateSpecContainerStartupProbe;
  volume_device?: KubernetesDeploymentV1SpecTemplateSpecContainerVolumeDevice[];
  volume_mount?: KubernetesDeploymentV1SpecTemplateSpecContainerVolumeMount[];
  dynamic?: {
    env?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerEnv;
    };
    env_from?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerEnvFrom;
    };
    lifecycle?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerLifecycle;
    };
    liveness_probe?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerLivenessProbe;
    };
    port?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerPort;
    };
    readiness_probe?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerReadinessProbe;
    };
    resources?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerResources;
    };
    security_context?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerSecurityContext;
    };
    startup_probe?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerStartupProbe;
    };
    volume_device?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerVolumeDevice;
    };
    volume_mount?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerVolumeMount;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerEnv {
  name: Value<string>;
  value?: Value<string>;
  value_from?: KubernetesDeploymentV1SpecTemplateSpecContainerEnvValueFrom;
  dynamic?: {
    value_from?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerEnvValueFrom;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerEnvValueFrom {
  config_map_key_ref?: KubernetesDeploymentV1SpecTemplateSpecContainerEnvValueFromConfigMapKeyRef;
  field_ref?: KubernetesDeploymentV1SpecTemplateSpecContainerEnvValueFromFieldRef;
  resource_field_ref?: KubernetesDeploymentV1SpecTemplateSpecContainerEnvValueFromResourceFieldRef;
  secret_key_ref?: KubernetesDeploymentV1SpecTemplateSpecContainerEnvValueFromSecretKeyRef;
  dynamic?: {
    config_map_key_ref?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerEnvValueFromConfigMapKeyRef;
    };
    field_ref?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerEnvValueFromFieldRef;
    };
    resource_field_ref?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerEnvValueFromResourceFieldRef;
    };
    secret_key_ref?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerEnvValueFromSecretKeyRef;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerEnvValueFromConfigMapKeyRef {
  key?: Value<string>;
  name?: Value<string>;
  optional?: Value<boolean>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerEnvValueFromFieldRef {
  api_version?: Value<string>;
  field_path?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerEnvValueFromResourceFieldRef {
  container_name?: Value<string>;
  divisor?: Value<string>;
  resource: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerEnvValueFromSecretKeyRef {
  key?: Value<string>;
  name?: Value<string>;
  optional?: Value<boolean>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerEnvFrom {
  prefix?: Value<string>;
  config_map_ref?: KubernetesDeploymentV1SpecTemplateSpecContainerEnvFromConfigMapRef;
  secret_ref?: KubernetesDeploymentV1SpecTemplateSpecContainerEnvFromSecretRef;
  dynamic?: {
    config_map_ref?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerEnvFromConfigMapRef;
    };
    secret_ref?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerEnvFromSecretRef;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerEnvFromConfigMapRef {
  name: Value<string>;
  optional?: Value<boolean>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerEnvFromSecretRef {
  name: Value<string>;
  optional?: Value<boolean>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerLifecycle {
  post_start?: KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePostStart[];
  pre_stop?: KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePreStop[];
  dynamic?: {
    post_start?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePostStart;
    };
    pre_stop?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePreStop;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePostStart {
  exec?: KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePostStartExec;
  http_get?: KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePostStartHttpGet;
  tcp_socket?: KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePostStartTcpSocket[];
  dynamic?: {
    exec?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePostStartExec;
    };
    http_get?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePostStartHttpGet;
    };
    tcp_socket?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePostStartTcpSocket;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePostStartExec {
  command?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePostStartHttpGet {
  host?: Value<string>;
  path?: Value<string>;
  port?: Value<string>;
  scheme?: Value<string>;
  http_header?: KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePostStartHttpGetHttpHeader[];
  dynamic?: {
    http_header?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePostStartHttpGetHttpHeader;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePostStartHttpGetHttpHeader {
  name?: Value<string>;
  value?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePostStartTcpSocket {
  port: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePreStop {
  exec?: KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePreStopExec;
  http_get?: KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePreStopHttpGet;
  tcp_socket?: KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePreStopTcpSocket[];
  dynamic?: {
    exec?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePreStopExec;
    };
    http_get?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePreStopHttpGet;
    };
    tcp_socket?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePreStopTcpSocket;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePreStopExec {
  command?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePreStopHttpGet {
  host?: Value<string>;
  path?: Value<string>;
  port?: Value<string>;
  scheme?: Value<string>;
  http_header?: KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePreStopHttpGetHttpHeader[];
  dynamic?: {
    http_header?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePreStopHttpGetHttpHeader;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePreStopHttpGetHttpHeader {
  name?: Value<string>;
  value?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerLifecyclePreStopTcpSocket {
  port: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerLivenessProbe {
  failure_threshold?: Value<number>;
  initial_delay_seconds?: Value<number>;
  period_seconds?: Value<number>;
  success_threshold?: Value<number>;
  timeout_seconds?: Value<number>;
  exec?: KubernetesDeploymentV1SpecTemplateSpecContainerLivenessProbeExec;
  grpc?: KubernetesDeploymentV1SpecTemplateSpecContainerLivenessProbeGrpc[];
  http_get?: KubernetesDeploymentV1SpecTemplateSpecContainerLivenessProbeHttpGet;
  tcp_socket?: KubernetesDeploymentV1SpecTemplateSpecContainerLivenessProbeTcpSocket[];
  dynamic?: {
    exec?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerLivenessProbeExec;
    };
    grpc?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerLivenessProbeGrpc;
    };
    http_get?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerLivenessProbeHttpGet;
    };
    tcp_socket?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerLivenessProbeTcpSocket;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerLivenessProbeExec {
  command?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerLivenessProbeGrpc {
  port: Value<number>;
  service?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerLivenessProbeHttpGet {
  host?: Value<string>;
  path?: Value<string>;
  port?: Value<string>;
  scheme?: Value<string>;
  http_header?: KubernetesDeploymentV1SpecTemplateSpecContainerLivenessProbeHttpGetHttpHeader[];
  dynamic?: {
    http_header?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerLivenessProbeHttpGetHttpHeader;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerLivenessProbeHttpGetHttpHeader {
  name?: Value<string>;
  value?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerLivenessProbeTcpSocket {
  port: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerPort {
  container_port: Value<number>;
  host_ip?: Value<string>;
  host_port?: Value<number>;
  name?: Value<string>;
  protocol?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerReadinessProbe {
  failure_threshold?: Value<number>;
  initial_delay_seconds?: Value<number>;
  period_seconds?: Value<number>;
  success_threshold?: Value<number>;
  timeout_seconds?: Value<number>;
  exec?: KubernetesDeploymentV1SpecTemplateSpecContainerReadinessProbeExec;
  grpc?: KubernetesDeploymentV1SpecTemplateSpecContainerReadinessProbeGrpc[];
  http_get?: KubernetesDeploymentV1SpecTemplateSpecContainerReadinessProbeHttpGet;
  tcp_socket?: KubernetesDeploymentV1SpecTemplateSpecContainerReadinessProbeTcpSocket[];
  dynamic?: {
    exec?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerReadinessProbeExec;
    };
    grpc?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerReadinessProbeGrpc;
    };
    http_get?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerReadinessProbeHttpGet;
    };
    tcp_socket?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerReadinessProbeTcpSocket;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerReadinessProbeExec {
  command?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerReadinessProbeGrpc {
  port: Value<number>;
  service?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerReadinessProbeHttpGet {
  host?: Value<string>;
  path?: Value<string>;
  port?: Value<string>;
  scheme?: Value<string>;
  http_header?: KubernetesDeploymentV1SpecTemplateSpecContainerReadinessProbeHttpGetHttpHeader[];
  dynamic?: {
    http_header?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerReadinessProbeHttpGetHttpHeader;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerReadinessProbeHttpGetHttpHeader {
  name?: Value<string>;
  value?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerReadinessProbeTcpSocket {
  port: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerResources {
  limits?: Value<Record<string, string>>;
  requests?: Value<Record<string, string>>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerSecurityContext {
  allow_privilege_escalation?: Value<boolean>;
  privileged?: Value<boolean>;
  read_only_root_filesystem?: Value<boolean>;
  run_as_group?: Value<string>;
  run_as_non_root?: Value<boolean>;
  run_as_user?: Value<string>;
  capabilities?: KubernetesDeploymentV1SpecTemplateSpecContainerSecurityContextCapabilities;
  se_linux_options?: KubernetesDeploymentV1SpecTemplateSpecContainerSecurityContextSeLinuxOptions;
  seccomp_profile?: KubernetesDeploymentV1SpecTemplateSpecContainerSecurityContextSeccompProfile;
  dynamic?: {
    capabilities?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerSecurityContextCapabilities;
    };
    se_linux_options?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerSecurityContextSeLinuxOptions;
    };
    seccomp_profile?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerSecurityContextSeccompProfile;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerSecurityContextCapabilities {
  add?: Value<string[]>;
  drop?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerSecurityContextSeLinuxOptions {
  level?: Value<string>;
  role?: Value<string>;
  type?: Value<string>;
  user?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerSecurityContextSeccompProfile {
  localhost_profile?: Value<string>;
  type?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerStartupProbe {
  failure_threshold?: Value<number>;
  initial_delay_seconds?: Value<number>;
  period_seconds?: Value<number>;
  success_threshold?: Value<number>;
  timeout_seconds?: Value<number>;
  exec?: KubernetesDeploymentV1SpecTemplateSpecContainerStartupProbeExec;
  grpc?: KubernetesDeploymentV1SpecTemplateSpecContainerStartupProbeGrpc[];
  http_get?: KubernetesDeploymentV1SpecTemplateSpecContainerStartupProbeHttpGet;
  tcp_socket?: KubernetesDeploymentV1SpecTemplateSpecContainerStartupProbeTcpSocket[];
  dynamic?: {
    exec?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerStartupProbeExec;
    };
    grpc?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerStartupProbeGrpc;
    };
    http_get?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerStartupProbeHttpGet;
    };
    tcp_socket?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerStartupProbeTcpSocket;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerStartupProbeExec {
  command?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerStartupProbeGrpc {
  port: Value<number>;
  service?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerStartupProbeHttpGet {
  host?: Value<string>;
  path?: Value<string>;
  port?: Value<string>;
  scheme?: Value<string>;
  http_header?: KubernetesDeploymentV1SpecTemplateSpecContainerStartupProbeHttpGetHttpHeader[];
  dynamic?: {
    http_header?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecContainerStartupProbeHttpGetHttpHeader;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerStartupProbeHttpGetHttpHeader {
  name?: Value<string>;
  value?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerStartupProbeTcpSocket {
  port: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerVolumeDevice {
  device_path: Value<string>;
  name: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecContainerVolumeMount {
  mount_path: Value<string>;
  mount_propagation?: Value<string>;
  name: Value<string>;
  read_only?: Value<boolean>;
  sub_path?: Value<string>;
  sub_path_expr?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecDnsConfig {
  nameservers?: Value<string[]>;
  searches?: Value<string[]>;
  option?: KubernetesDeploymentV1SpecTemplateSpecDnsConfigOption[];
  dynamic?: {
    option?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecDnsConfigOption;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecDnsConfigOption {
  name: Value<string>;
  value?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecHostAliases {
  hostnames: Value<string[]>;
  ip: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecImagePullSecrets {
  name: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainer {
  args?: Value<string[]>;
  command?: Value<string[]>;
  image?: Value<string>;
  image_pull_policy?: Value<string>;
  name: Value<string>;
  restart_policy?: Value<string>;
  stdin?: Value<boolean>;
  stdin_once?: Value<boolean>;
  termination_message_path?: Value<string>;
  termination_message_policy?: Value<string>;
  tty?: Value<boolean>;
  working_dir?: Value<string>;
  env?: KubernetesDeploymentV1SpecTemplateSpecInitContainerEnv[];
  env_from?: KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvFrom[];
  lifecycle?: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecycle;
  liveness_probe?: KubernetesDeploymentV1SpecTemplateSpecInitContainerLivenessProbe;
  port?: KubernetesDeploymentV1SpecTemplateSpecInitContainerPort[];
  readiness_probe?: KubernetesDeploymentV1SpecTemplateSpecInitContainerReadinessProbe;
  resources?: KubernetesDeploymentV1SpecTemplateSpecInitContainerResources;
  security_context?: KubernetesDeploymentV1SpecTemplateSpecInitContainerSecurityContext;
  startup_probe?: KubernetesDeploymentV1SpecTemplateSpecInitContainerStartupProbe;
  volume_device?: KubernetesDeploymentV1SpecTemplateSpecInitContainerVolumeDevice[];
  volume_mount?: KubernetesDeploymentV1SpecTemplateSpecInitContainerVolumeMount[];
  dynamic?: {
    env?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerEnv;
    };
    env_from?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvFrom;
    };
    lifecycle?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecycle;
    };
    liveness_probe?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerLivenessProbe;
    };
    port?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerPort;
    };
    readiness_probe?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerReadinessProbe;
    };
    resources?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerResources;
    };
    security_context?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerSecurityContext;
    };
    startup_probe?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerStartupProbe;
    };
    volume_device?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerVolumeDevice;
    };
    volume_mount?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerVolumeMount;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerEnv {
  name: Value<string>;
  value?: Value<string>;
  value_from?: KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvValueFrom;
  dynamic?: {
    value_from?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvValueFrom;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvValueFrom {
  config_map_key_ref?: KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvValueFromConfigMapKeyRef;
  field_ref?: KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvValueFromFieldRef;
  resource_field_ref?: KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvValueFromResourceFieldRef;
  secret_key_ref?: KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvValueFromSecretKeyRef;
  dynamic?: {
    config_map_key_ref?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvValueFromConfigMapKeyRef;
    };
    field_ref?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvValueFromFieldRef;
    };
    resource_field_ref?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvValueFromResourceFieldRef;
    };
    secret_key_ref?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvValueFromSecretKeyRef;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvValueFromConfigMapKeyRef {
  key?: Value<string>;
  name?: Value<string>;
  optional?: Value<boolean>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvValueFromFieldRef {
  api_version?: Value<string>;
  field_path?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvValueFromResourceFieldRef {
  container_name?: Value<string>;
  divisor?: Value<string>;
  resource: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvValueFromSecretKeyRef {
  key?: Value<string>;
  name?: Value<string>;
  optional?: Value<boolean>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvFrom {
  prefix?: Value<string>;
  config_map_ref?: KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvFromConfigMapRef;
  secret_ref?: KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvFromSecretRef;
  dynamic?: {
    config_map_ref?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvFromConfigMapRef;
    };
    secret_ref?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvFromSecretRef;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvFromConfigMapRef {
  name: Value<string>;
  optional?: Value<boolean>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerEnvFromSecretRef {
  name: Value<string>;
  optional?: Value<boolean>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecycle {
  post_start?: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePostStart[];
  pre_stop?: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePreStop[];
  dynamic?: {
    post_start?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePostStart;
    };
    pre_stop?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePreStop;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePostStart {
  exec?: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePostStartExec;
  http_get?: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePostStartHttpGet;
  tcp_socket?: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePostStartTcpSocket[];
  dynamic?: {
    exec?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePostStartExec;
    };
    http_get?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePostStartHttpGet;
    };
    tcp_socket?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePostStartTcpSocket;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePostStartExec {
  command?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePostStartHttpGet {
  host?: Value<string>;
  path?: Value<string>;
  port?: Value<string>;
  scheme?: Value<string>;
  http_header?: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePostStartHttpGetHttpHeader[];
  dynamic?: {
    http_header?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePostStartHttpGetHttpHeader;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePostStartHttpGetHttpHeader {
  name?: Value<string>;
  value?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePostStartTcpSocket {
  port: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePreStop {
  exec?: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePreStopExec;
  http_get?: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePreStopHttpGet;
  tcp_socket?: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePreStopTcpSocket[];
  dynamic?: {
    exec?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePreStopExec;
    };
    http_get?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePreStopHttpGet;
    };
    tcp_socket?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePreStopTcpSocket;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePreStopExec {
  command?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePreStopHttpGet {
  host?: Value<string>;
  path?: Value<string>;
  port?: Value<string>;
  scheme?: Value<string>;
  http_header?: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePreStopHttpGetHttpHeader[];
  dynamic?: {
    http_header?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePreStopHttpGetHttpHeader;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePreStopHttpGetHttpHeader {
  name?: Value<string>;
  value?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerLifecyclePreStopTcpSocket {
  port: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerLivenessProbe {
  failure_threshold?: Value<number>;
  initial_delay_seconds?: Value<number>;
  period_seconds?: Value<number>;
  success_threshold?: Value<number>;
  timeout_seconds?: Value<number>;
  exec?: KubernetesDeploymentV1SpecTemplateSpecInitContainerLivenessProbeExec;
  grpc?: KubernetesDeploymentV1SpecTemplateSpecInitContainerLivenessProbeGrpc[];
  http_get?: KubernetesDeploymentV1SpecTemplateSpecInitContainerLivenessProbeHttpGet;
  tcp_socket?: KubernetesDeploymentV1SpecTemplateSpecInitContainerLivenessProbeTcpSocket[];
  dynamic?: {
    exec?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerLivenessProbeExec;
    };
    grpc?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerLivenessProbeGrpc;
    };
    http_get?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerLivenessProbeHttpGet;
    };
    tcp_socket?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerLivenessProbeTcpSocket;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerLivenessProbeExec {
  command?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerLivenessProbeGrpc {
  port: Value<number>;
  service?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerLivenessProbeHttpGet {
  host?: Value<string>;
  path?: Value<string>;
  port?: Value<string>;
  scheme?: Value<string>;
  http_header?: KubernetesDeploymentV1SpecTemplateSpecInitContainerLivenessProbeHttpGetHttpHeader[];
  dynamic?: {
    http_header?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerLivenessProbeHttpGetHttpHeader;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerLivenessProbeHttpGetHttpHeader {
  name?: Value<string>;
  value?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerLivenessProbeTcpSocket {
  port: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerPort {
  container_port: Value<number>;
  host_ip?: Value<string>;
  host_port?: Value<number>;
  name?: Value<string>;
  protocol?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerReadinessProbe {
  failure_threshold?: Value<number>;
  initial_delay_seconds?: Value<number>;
  period_seconds?: Value<number>;
  success_threshold?: Value<number>;
  timeout_seconds?: Value<number>;
  exec?: KubernetesDeploymentV1SpecTemplateSpecInitContainerReadinessProbeExec;
  grpc?: KubernetesDeploymentV1SpecTemplateSpecInitContainerReadinessProbeGrpc[];
  http_get?: KubernetesDeploymentV1SpecTemplateSpecInitContainerReadinessProbeHttpGet;
  tcp_socket?: KubernetesDeploymentV1SpecTemplateSpecInitContainerReadinessProbeTcpSocket[];
  dynamic?: {
    exec?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerReadinessProbeExec;
    };
    grpc?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerReadinessProbeGrpc;
    };
    http_get?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerReadinessProbeHttpGet;
    };
    tcp_socket?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerReadinessProbeTcpSocket;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerReadinessProbeExec {
  command?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerReadinessProbeGrpc {
  port: Value<number>;
  service?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerReadinessProbeHttpGet {
  host?: Value<string>;
  path?: Value<string>;
  port?: Value<string>;
  scheme?: Value<string>;
  http_header?: KubernetesDeploymentV1SpecTemplateSpecInitContainerReadinessProbeHttpGetHttpHeader[];
  dynamic?: {
    http_header?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerReadinessProbeHttpGetHttpHeader;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerReadinessProbeHttpGetHttpHeader {
  name?: Value<string>;
  value?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerReadinessProbeTcpSocket {
  port: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerResources {
  limits?: Value<Record<string, string>>;
  requests?: Value<Record<string, string>>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerSecurityContext {
  allow_privilege_escalation?: Value<boolean>;
  privileged?: Value<boolean>;
  read_only_root_filesystem?: Value<boolean>;
  run_as_group?: Value<string>;
  run_as_non_root?: Value<boolean>;
  run_as_user?: Value<string>;
  capabilities?: KubernetesDeploymentV1SpecTemplateSpecInitContainerSecurityContextCapabilities;
  se_linux_options?: KubernetesDeploymentV1SpecTemplateSpecInitContainerSecurityContextSeLinuxOptions;
  seccomp_profile?: KubernetesDeploymentV1SpecTemplateSpecInitContainerSecurityContextSeccompProfile;
  dynamic?: {
    capabilities?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerSecurityContextCapabilities;
    };
    se_linux_options?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerSecurityContextSeLinuxOptions;
    };
    seccomp_profile?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerSecurityContextSeccompProfile;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerSecurityContextCapabilities {
  add?: Value<string[]>;
  drop?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerSecurityContextSeLinuxOptions {
  level?: Value<string>;
  role?: Value<string>;
  type?: Value<string>;
  user?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerSecurityContextSeccompProfile {
  localhost_profile?: Value<string>;
  type?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerStartupProbe {
  failure_threshold?: Value<number>;
  initial_delay_seconds?: Value<number>;
  period_seconds?: Value<number>;
  success_threshold?: Value<number>;
  timeout_seconds?: Value<number>;
  exec?: KubernetesDeploymentV1SpecTemplateSpecInitContainerStartupProbeExec;
  grpc?: KubernetesDeploymentV1SpecTemplateSpecInitContainerStartupProbeGrpc[];
  http_get?: KubernetesDeploymentV1SpecTemplateSpecInitContainerStartupProbeHttpGet;
  tcp_socket?: KubernetesDeploymentV1SpecTemplateSpecInitContainerStartupProbeTcpSocket[];
  dynamic?: {
    exec?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerStartupProbeExec;
    };
    grpc?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerStartupProbeGrpc;
    };
    http_get?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerStartupProbeHttpGet;
    };
    tcp_socket?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerStartupProbeTcpSocket;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerStartupProbeExec {
  command?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerStartupProbeGrpc {
  port: Value<number>;
  service?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerStartupProbeHttpGet {
  host?: Value<string>;
  path?: Value<string>;
  port?: Value<string>;
  scheme?: Value<string>;
  http_header?: KubernetesDeploymentV1SpecTemplateSpecInitContainerStartupProbeHttpGetHttpHeader[];
  dynamic?: {
    http_header?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecInitContainerStartupProbeHttpGetHttpHeader;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerStartupProbeHttpGetHttpHeader {
  name?: Value<string>;
  value?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerStartupProbeTcpSocket {
  port: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerVolumeDevice {
  device_path: Value<string>;
  name: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecInitContainerVolumeMount {
  mount_path: Value<string>;
  mount_propagation?: Value<string>;
  name: Value<string>;
  read_only?: Value<boolean>;
  sub_path?: Value<string>;
  sub_path_expr?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecOs {
  name: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecReadinessGate {
  condition_type: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecSecurityContext {
  fs_group?: Value<string>;
  fs_group_change_policy?: Value<string>;
  run_as_group?: Value<string>;
  run_as_non_root?: Value<boolean>;
  run_as_user?: Value<string>;
  supplemental_groups?: Value<number[]>;
  se_linux_options?: KubernetesDeploymentV1SpecTemplateSpecSecurityContextSeLinuxOptions;
  seccomp_profile?: KubernetesDeploymentV1SpecTemplateSpecSecurityContextSeccompProfile;
  sysctl?: KubernetesDeploymentV1SpecTemplateSpecSecurityContextSysctl[];
  windows_options?: KubernetesDeploymentV1SpecTemplateSpecSecurityContextWindowsOptions;
  dynamic?: {
    se_linux_options?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecSecurityContextSeLinuxOptions;
    };
    seccomp_profile?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecSecurityContextSeccompProfile;
    };
    sysctl?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecSecurityContextSysctl;
    };
    windows_options?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecSecurityContextWindowsOptions;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecSecurityContextSeLinuxOptions {
  level?: Value<string>;
  role?: Value<string>;
  type?: Value<string>;
  user?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecSecurityContextSeccompProfile {
  localhost_profile?: Value<string>;
  type?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecSecurityContextSysctl {
  name: Value<string>;
  value: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecSecurityContextWindowsOptions {
  gmsa_credential_spec?: Value<string>;
  gmsa_credential_spec_name?: Value<string>;
  host_process?: Value<boolean>;
  run_as_username?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecToleration {
  effect?: Value<string>;
  key?: Value<string>;
  operator?: Value<string>;
  toleration_seconds?: Value<string>;
  value?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecTopologySpreadConstraint {
  match_label_keys?: Value<string[]>;
  max_skew?: Value<number>;
  min_domains?: Value<number>;
  node_affinity_policy?: Value<string>;
  node_taints_policy?: Value<string>;
  topology_key?: Value<string>;
  when_unsatisfiable?: Value<string>;
  label_selector?: KubernetesDeploymentV1SpecTemplateSpecTopologySpreadConstraintLabelSelector[];
  dynamic?: {
    label_selector?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecTopologySpreadConstraintLabelSelector;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecTopologySpreadConstraintLabelSelector {
  match_labels?: Value<Record<string, string>>;
  match_expressions?: KubernetesDeploymentV1SpecTemplateSpecTopologySpreadConstraintLabelSelectorMatchExpressions[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecTopologySpreadConstraintLabelSelectorMatchExpressions;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecTopologySpreadConstraintLabelSelectorMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolume {
  name?: Value<string>;
  aws_elastic_block_store?: KubernetesDeploymentV1SpecTemplateSpecVolumeAwsElasticBlockStore;
  azure_disk?: KubernetesDeploymentV1SpecTemplateSpecVolumeAzureDisk;
  azure_file?: KubernetesDeploymentV1SpecTemplateSpecVolumeAzureFile;
  ceph_fs?: KubernetesDeploymentV1SpecTemplateSpecVolumeCephFs;
  cinder?: KubernetesDeploymentV1SpecTemplateSpecVolumeCinder;
  config_map?: KubernetesDeploymentV1SpecTemplateSpecVolumeConfigMap;
  csi?: KubernetesDeploymentV1SpecTemplateSpecVolumeCsi;
  downward_api?: KubernetesDeploymentV1SpecTemplateSpecVolumeDownwardApi;
  empty_dir?: KubernetesDeploymentV1SpecTemplateSpecVolumeEmptyDir;
  ephemeral?: KubernetesDeploymentV1SpecTemplateSpecVolumeEphemeral;
  fc?: KubernetesDeploymentV1SpecTemplateSpecVolumeFc;
  flex_volume?: KubernetesDeploymentV1SpecTemplateSpecVolumeFlexVolume;
  flocker?: KubernetesDeploymentV1SpecTemplateSpecVolumeFlocker;
  gce_persistent_disk?: KubernetesDeploymentV1SpecTemplateSpecVolumeGcePersistentDisk;
  git_repo?: KubernetesDeploymentV1SpecTemplateSpecVolumeGitRepo;
  glusterfs?: KubernetesDeploymentV1SpecTemplateSpecVolumeGlusterfs;
  host_path?: KubernetesDeploymentV1SpecTemplateSpecVolumeHostPath;
  iscsi?: KubernetesDeploymentV1SpecTemplateSpecVolumeIscsi;
  local?: KubernetesDeploymentV1SpecTemplateSpecVolumeLocal;
  nfs?: KubernetesDeploymentV1SpecTemplateSpecVolumeNfs;
  persistent_volume_claim?: KubernetesDeploymentV1SpecTemplateSpecVolumePersistentVolumeClaim;
  photon_persistent_disk?: KubernetesDeploymentV1SpecTemplateSpecVolumePhotonPersistentDisk;
  projected?: KubernetesDeploymentV1SpecTemplateSpecVolumeProjected[];
  quobyte?: KubernetesDeploymentV1SpecTemplateSpecVolumeQuobyte;
  rbd?: KubernetesDeploymentV1SpecTemplateSpecVolumeRbd;
  secret?: KubernetesDeploymentV1SpecTemplateSpecVolumeSecret;
  vsphere_volume?: KubernetesDeploymentV1SpecTemplateSpecVolumeVsphereVolume;
  dynamic?: {
    aws_elastic_block_store?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeAwsElasticBlockStore;
    };
    azure_disk?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeAzureDisk;
    };
    azure_file?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeAzureFile;
    };
    ceph_fs?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeCephFs;
    };
    cinder?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeCinder;
    };
    config_map?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeConfigMap;
    };
    csi?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeCsi;
    };
    downward_api?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeDownwardApi;
    };
    empty_dir?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeEmptyDir;
    };
    ephemeral?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeEphemeral;
    };
    fc?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeFc;
    };
    flex_volume?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeFlexVolume;
    };
    flocker?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeFlocker;
    };
    gce_persistent_disk?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeGcePersistentDisk;
    };
    git_repo?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeGitRepo;
    };
    glusterfs?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeGlusterfs;
    };
    host_path?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeHostPath;
    };
    iscsi?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeIscsi;
    };
    local?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeLocal;
    };
    nfs?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeNfs;
    };
    persistent_volume_claim?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumePersistentVolumeClaim;
    };
    photon_persistent_disk?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumePhotonPersistentDisk;
    };
    projected?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeProjected;
    };
    quobyte?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeQuobyte;
    };
    rbd?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeRbd;
    };
    secret?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeSecret;
    };
    vsphere_volume?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeVsphereVolume;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeAwsElasticBlockStore {
  fs_type?: Value<string>;
  partition?: Value<number>;
  read_only?: Value<boolean>;
  volume_id: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeAzureDisk {
  caching_mode: Value<string>;
  data_disk_uri: Value<string>;
  disk_name: Value<string>;
  fs_type?: Value<string>;
  kind?: Value<string>;
  read_only?: Value<boolean>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeAzureFile {
  read_only?: Value<boolean>;
  secret_name: Value<string>;
  secret_namespace?: Value<string>;
  share_name: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeCephFs {
  monitors: Value<string[]>;
  path?: Value<string>;
  read_only?: Value<boolean>;
  secret_file?: Value<string>;
  user?: Value<string>;
  secret_ref?: KubernetesDeploymentV1SpecTemplateSpecVolumeCephFsSecretRef;
  dynamic?: {
    secret_ref?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeCephFsSecretRef;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeCephFsSecretRef {
  name?: Value<string>;
  namespace?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeCinder {
  fs_type?: Value<string>;
  read_only?: Value<boolean>;
  volume_id: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeConfigMap {
  default_mode?: Value<string>;
  name?: Value<string>;
  optional?: Value<boolean>;
  items?: KubernetesDeploymentV1SpecTemplateSpecVolumeConfigMapItems[];
  dynamic?: {
    items?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeConfigMapItems;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeConfigMapItems {
  key?: Value<string>;
  mode?: Value<string>;
  path?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeCsi {
  driver: Value<string>;
  fs_type?: Value<string>;
  read_only?: Value<boolean>;
  volume_attributes?: Value<Record<string, string>>;
  node_publish_secret_ref?: KubernetesDeploymentV1SpecTemplateSpecVolumeCsiNodePublishSecretRef;
  dynamic?: {
    node_publish_secret_ref?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeCsiNodePublishSecretRef;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeCsiNodePublishSecretRef {
  name?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeDownwardApi {
  default_mode?: Value<string>;
  items?: KubernetesDeploymentV1SpecTemplateSpecVolumeDownwardApiItems[];
  dynamic?: {
    items?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeDownwardApiItems;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeDownwardApiItems {
  mode?: Value<string>;
  path: Value<string>;
  field_ref: KubernetesDeploymentV1SpecTemplateSpecVolumeDownwardApiItemsFieldRef;
  resource_field_ref?: KubernetesDeploymentV1SpecTemplateSpecVolumeDownwardApiItemsResourceFieldRef;
  dynamic?: {
    resource_field_ref?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeDownwardApiItemsResourceFieldRef;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeDownwardApiItemsFieldRef {
  api_version?: Value<string>;
  field_path?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeDownwardApiItemsResourceFieldRef {
  container_name: Value<string>;
  divisor?: Value<string>;
  resource: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeEmptyDir {
  medium?: Value<string>;
  size_limit?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeEphemeral {
  volume_claim_template: KubernetesDeploymentV1SpecTemplateSpecVolumeEphemeralVolumeClaimTemplate;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeEphemeralVolumeClaimTemplate {
  metadata?: KubernetesDeploymentV1SpecTemplateSpecVolumeEphemeralVolumeClaimTemplateMetadata;
  spec: KubernetesDeploymentV1SpecTemplateSpecVolumeEphemeralVolumeClaimTemplateSpec;
  dynamic?: {
    metadata?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeEphemeralVolumeClaimTemplateMetadata;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeEphemeralVolumeClaimTemplateMetadata {
  annotations?: Value<Record<string, string>>;
  labels?: Value<Record<string, string>>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeEphemeralVolumeClaimTemplateSpec {
  access_modes: Value<string[]>;
  storage_class_name?: Value<string>;
  volume_mode?: Value<string>;
  volume_name?: Value<string>;
  resources: KubernetesDeploymentV1SpecTemplateSpecVolumeEphemeralVolumeClaimTemplateSpecResources;
  selector?: KubernetesDeploymentV1SpecTemplateSpecVolumeEphemeralVolumeClaimTemplateSpecSelector;
  dynamic?: {
    selector?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeEphemeralVolumeClaimTemplateSpecSelector;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeEphemeralVolumeClaimTemplateSpecResources {
  limits?: Value<Record<string, string>>;
  requests?: Value<Record<string, string>>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeEphemeralVolumeClaimTemplateSpecSelector {
  match_labels?: Value<Record<string, string>>;
  match_expressions?: KubernetesDeploymentV1SpecTemplateSpecVolumeEphemeralVolumeClaimTemplateSpecSelectorMatchExpressions[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeEphemeralVolumeClaimTemplateSpecSelectorMatchExpressions;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeEphemeralVolumeClaimTemplateSpecSelectorMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeFc {
  fs_type?: Value<string>;
  lun: Value<number>;
  read_only?: Value<boolean>;
  target_ww_ns: Value<string[]>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeFlexVolume {
  driver: Value<string>;
  fs_type?: Value<string>;
  options?: Value<Record<string, string>>;
  read_only?: Value<boolean>;
  secret_ref?: KubernetesDeploymentV1SpecTemplateSpecVolumeFlexVolumeSecretRef;
  dynamic?: {
    secret_ref?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeFlexVolumeSecretRef;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeFlexVolumeSecretRef {
  name?: Value<string>;
  namespace?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeFlocker {
  dataset_name?: Value<string>;
  dataset_uuid?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeGcePersistentDisk {
  fs_type?: Value<string>;
  partition?: Value<number>;
  pd_name: Value<string>;
  read_only?: Value<boolean>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeGitRepo {
  directory?: Value<string>;
  repository?: Value<string>;
  revision?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeGlusterfs {
  endpoints_name: Value<string>;
  path: Value<string>;
  read_only?: Value<boolean>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeHostPath {
  path?: Value<string>;
  type?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeIscsi {
  fs_type?: Value<string>;
  iqn: Value<string>;
  iscsi_interface?: Value<string>;
  lun?: Value<number>;
  read_only?: Value<boolean>;
  target_portal: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeLocal {
  path?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeNfs {
  path: Value<string>;
  read_only?: Value<boolean>;
  server: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumePersistentVolumeClaim {
  claim_name?: Value<string>;
  read_only?: Value<boolean>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumePhotonPersistentDisk {
  fs_type?: Value<string>;
  pd_id: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeProjected {
  default_mode?: Value<string>;
  /**
   * @minItems 1
   */
  sources: [
    KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSources,
    ...KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSources[]
  ];
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSources {
  config_map?: KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesConfigMap[];
  downward_api?: KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesDownwardApi;
  secret?: KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesSecret[];
  service_account_token?: KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesServiceAccountToken;
  dynamic?: {
    config_map?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesConfigMap;
    };
    downward_api?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesDownwardApi;
    };
    secret?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesSecret;
    };
    service_account_token?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesServiceAccountToken;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesConfigMap {
  name?: Value<string>;
  optional?: Value<boolean>;
  items?: KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesConfigMapItems[];
  dynamic?: {
    items?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesConfigMapItems;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesConfigMapItems {
  key?: Value<string>;
  mode?: Value<string>;
  path?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesDownwardApi {
  items?: KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesDownwardApiItems[];
  dynamic?: {
    items?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesDownwardApiItems;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesDownwardApiItems {
  mode?: Value<string>;
  path: Value<string>;
  field_ref?: KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesDownwardApiItemsFieldRef;
  resource_field_ref?: KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesDownwardApiItemsResourceFieldRef;
  dynamic?: {
    field_ref?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesDownwardApiItemsFieldRef;
    };
    resource_field_ref?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesDownwardApiItemsResourceFieldRef;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesDownwardApiItemsFieldRef {
  api_version?: Value<string>;
  field_path?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesDownwardApiItemsResourceFieldRef {
  container_name: Value<string>;
  divisor?: Value<string>;
  resource: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesSecret {
  name?: Value<string>;
  optional?: Value<boolean>;
  items?: KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesSecretItems[];
  dynamic?: {
    items?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesSecretItems;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesSecretItems {
  key?: Value<string>;
  mode?: Value<string>;
  path?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeProjectedSourcesServiceAccountToken {
  audience?: Value<string>;
  expiration_seconds?: Value<number>;
  path: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeQuobyte {
  group?: Value<string>;
  read_only?: Value<boolean>;
  registry: Value<string>;
  user?: Value<string>;
  volume: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeRbd {
  ceph_monitors: Value<string[]>;
  fs_type?: Value<string>;
  keyring?: Value<string>;
  rados_user?: Value<string>;
  rbd_image: Value<string>;
  rbd_pool?: Value<string>;
  read_only?: Value<boolean>;
  secret_ref?: KubernetesDeploymentV1SpecTemplateSpecVolumeRbdSecretRef;
  dynamic?: {
    secret_ref?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeRbdSecretRef;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeRbdSecretRef {
  name?: Value<string>;
  namespace?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeSecret {
  default_mode?: Value<string>;
  optional?: Value<boolean>;
  secret_name?: Value<string>;
  items?: KubernetesDeploymentV1SpecTemplateSpecVolumeSecretItems[];
  dynamic?: {
    items?: {
      for_each: Expression;
      content: KubernetesDeploymentV1SpecTemplateSpecVolumeSecretItems;
    };
  };
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeSecretItems {
  key?: Value<string>;
  mode?: Value<string>;
  path?: Value<string>;
}
export interface KubernetesDeploymentV1SpecTemplateSpecVolumeVsphereVolume {
  fs_type?: Value<string>;
  volume_path: Value<string>;
}
export interface KubernetesDeploymentV1Timeouts {
  create?: Value<string>;
  delete?: Value<string>;
  update?: Value<string>;
}
export interface KubernetesHorizontalPodAutoscalerV2 {
  metadata: KubernetesHorizontalPodAutoscalerV2Metadata;
  spec: KubernetesHorizontalPodAutoscalerV2Spec;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface KubernetesHorizontalPodAutoscalerV2Metadata {
  annotations?: Value<Record<string, string>>;
  generate_name?: Value<string>;
  labels?: Value<Record<string, string>>;
  name?: Value<string>;
  namespace?: Value<string>;
}
export interface KubernetesHorizontalPodAutoscalerV2Spec {
  max_replicas: Value<number>;
  min_replicas?: Value<number>;
  target_cpu_utilization_percentage?: Value<number>;
  behavior?: KubernetesHorizontalPodAutoscalerV2SpecBehavior;
  metric?: KubernetesHorizontalPodAutoscalerV2SpecMetric[];
  scale_target_ref: KubernetesHorizontalPodAutoscalerV2SpecScaleTargetRef;
  dynamic?: {
    behavior?: {
      for_each: Expression;
      content: KubernetesHorizontalPodAutoscalerV2SpecBehavior;
    };
    metric?: {
      for_each: Expression;
      content: KubernetesHorizontalPodAutoscalerV2SpecMetric;
    };
  };
}
export interface KubernetesHorizontalPodAutoscalerV2SpecBehavior {
  scale_down?: KubernetesHorizontalPodAutoscalerV2SpecBehaviorScaleDown[];
  scale_up?: KubernetesHorizontalPodAutoscalerV2SpecBehaviorScaleUp[];
  dynamic?: {
    scale_down?: {
      for_each: Expression;
      content: KubernetesHorizontalPodAutoscalerV2SpecBehaviorScaleDown;
    };
    scale_up?: {
      for_each: Expression;
      content: KubernetesHorizontalPodAutoscalerV2SpecBehaviorScaleUp;
    };
  };
}
export interface KubernetesHorizontalPodAutoscalerV2SpecBehaviorScaleDown {
  select_policy?: Value<string>;
  stabilization_window_seconds?: Value<number>;
  /**
   * @minItems 1
   */
  policy: [
    KubernetesHorizontalPodAutoscalerV2SpecBehaviorScaleDownPolicy,
    ...KubernetesHorizontalPodAutoscalerV2SpecBehaviorScaleDownPolicy[]
  ];
}
export interface KubernetesHorizontalPodAutoscalerV2SpecBehaviorScaleDownPolicy {
  period_seconds: Value<number>;
  type: Value<string>;
  value: Value<number>;
}
export interface KubernetesHorizontalPodAutoscalerV2SpecBehaviorScaleUp {
  select_policy?: Value<string>;
  stabilization_window_seconds?: Value<number>;
  /**
   * @minItems 1
   */
  policy: [
    KubernetesHorizontalPodAutoscalerV2SpecBehaviorScaleUpPolicy,
    ...KubernetesHorizontalPodAutoscalerV2SpecBehaviorScaleUpPolicy[]
  ];
}
export interface KubernetesHorizontalPodAutoscalerV2SpecBehaviorScaleUpPolicy {
  period_seconds: Value<number>;
  type: Value<string>;
  value: Value<number>;
}
export interface KubernetesHorizontalPodAutoscalerV2SpecMetric {
  type: Value<string>;
  container_resource?: KubernetesHorizontalPodAutoscalerV2SpecMetricContainerResource;
  external?: KubernetesHorizontalPodAutoscalerV2SpecMetricExternal;
  object?: KubernetesHorizontalPodAutoscalerV2SpecMetricObject;
  pods?: KubernetesHorizontalPodAutoscalerV2SpecMetricPods;
  resource?: KubernetesHorizontalPodAutoscalerV2SpecMetricResource;
  dynamic?: {
    container_resource?: {
      for_each: Expression;
      content: KubernetesHorizontalPodAutoscalerV2SpecMetricContainerResource;
    };
    external?: {
      for_each: Expression;
      content: KubernetesHorizontalPodAutoscalerV2SpecMetricExternal;
    };
    object?: {
      for_each: Expression;
      content: KubernetesHorizontalPodAutoscalerV2SpecMetricObject;
    };
    pods?: {
      for_each: Expression;
      content: KubernetesHorizontalPodAutoscalerV2SpecMetricPods;
    };
    resource?: {
      for_each: Expression;
      content: KubernetesHorizontalPodAutoscalerV2SpecMetricResource;
    };
  };
}
export interface KubernetesHorizontalPodAutoscalerV2SpecMetricContainerResource {
  container: Value<string>;
  name: Value<string>;
  target?: KubernetesHorizontalPodAutoscalerV2SpecMetricContainerResourceTarget;
  dynamic?: {
    target?: {
      for_each: Expression;
      content: KubernetesHorizontalPodAutoscalerV2SpecMetricContainerResourceTarget;
    };
  };
}
export interface KubernetesHorizontalPodAutoscalerV2SpecMetricContainerResourceTarget {
  average_utilization?: Value<number>;
  average_value?: Value<string>;
  type: Value<string>;
  value?: Value<string>;
}
export interface KubernetesHorizontalPodAutoscalerV2SpecMetricExternal {
  metric: KubernetesHorizontalPodAutoscalerV2SpecMetricExternalMetric;
  target?: KubernetesHorizontalPodAutoscalerV2SpecMetricExternalTarget;
  dynamic?: {
    target?: {
      for_each: Expression;
      content: KubernetesHorizontalPodAutoscalerV2SpecMetricExternalTarget;
    };
  };
}
export interface KubernetesHorizontalPodAutoscalerV2SpecMetricExternalMetric {
  name: Value<string>;
  selector?: KubernetesHorizontalPodAutoscalerV2SpecMetricExternalMetricSelector[];
  dynamic?: {
    selector?: {
      for_each: Expression;
      content: KubernetesHorizontalPodAutoscalerV2SpecMetricExternalMetricSelector;
    };
  };
}
export interface KubernetesHorizontalPodAutoscalerV2SpecMetricExternalMetricSelector {
  match_labels?: Value<Record<string, string>>;
  match_expressions?: KubernetesHorizontalPodAutoscalerV2SpecMetricExternalMetricSelectorMatchExpressions[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesHorizontalPodAutoscalerV2SpecMetricExternalMetricSelectorMatchExpressions;
    };
  };
}
export interface KubernetesHorizontalPodAutoscalerV2SpecMetricExternalMetricSelectorMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesHorizontalPodAutoscalerV2SpecMetricExternalTarget {
  average_utilization?: Value<number>;
  average_value?: Value<string>;
  type: Value<string>;
  value?: Value<string>;
}
export interface KubernetesHorizontalPodAutoscalerV2SpecMetricObject {
  described_object: KubernetesHorizontalPodAutoscalerV2SpecMetricObjectDescribedObject;
  metric: KubernetesHorizontalPodAutoscalerV2SpecMetricObjectMetric;
  target?: KubernetesHorizontalPodAutoscalerV2SpecMetricObjectTarget;
  dynamic?: {
    target?: {
      for_each: Expression;
      content: KubernetesHorizontalPodAutoscalerV2SpecMetricObjectTarget;
    };
  };
}
export interface KubernetesHorizontalPodAutoscalerV2SpecMetricObjectDescribedObject {
  api_version: Value<string>;
  kind: Value<string>;
  name: Value<string>;
}
export interface KubernetesHorizontalPodAutoscalerV2SpecMetricObjectMetric {
  name: Value<string>;
  selector?: KubernetesHorizontalPodAutoscalerV2SpecMetricObjectMetricSelector[];
  dynamic?: {
    selector?: {
      for_each: Expression;
      content: KubernetesHorizontalPodAutoscalerV2SpecMetricObjectMetricSelector;
    };
  };
}
export interface KubernetesHorizontalPodAutoscalerV2SpecMetricObjectMetricSelector {
  match_labels?: Value<Record<string, string>>;
  match_expressions?: KubernetesHorizontalPodAutoscalerV2SpecMetricObjectMetricSelectorMatchExpressions[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesHorizontalPodAutoscalerV2SpecMetricObjectMetricSelectorMatchExpressions;
    };
  };
}
export interface KubernetesHorizontalPodAutoscalerV2SpecMetricObjectMetricSelectorMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesHorizontalPodAutoscalerV2SpecMetricObjectTarget {
  average_utilization?: Value<number>;
  average_value?: Value<string>;
  type: Value<string>;
  value?: Value<string>;
}
export interface KubernetesHorizontalPodAutoscalerV2SpecMetricPods {
  metric: KubernetesHorizontalPodAutoscalerV2SpecMetricPodsMetric;
  target?: KubernetesHorizontalPodAutoscalerV2SpecMetricPodsTarget;
  dynamic?: {
    target?: {
      for_each: Expression;
      content: KubernetesHorizontalPodAutoscalerV2SpecMetricPodsTarget;
    };
  };
}
export interface KubernetesHorizontalPodAutoscalerV2SpecMetricPodsMetric {
  name: Value<string>;
  selector?: KubernetesHorizontalPodAutoscalerV2SpecMetricPodsMetricSelector[];
  dynamic?: {
    selector?: {
      for_each: Expression;
      content: KubernetesHorizontalPodAutoscalerV2SpecMetricPodsMetricSelector;
    };
  };
}
export interface KubernetesHorizontalPodAutoscalerV2SpecMetricPodsMetricSelector {
  match_labels?: Value<Record<string, string>>;
  match_expressions?: KubernetesHorizontalPodAutoscalerV2SpecMetricPodsMetricSelectorMatchExpressions[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesHorizontalPodAutoscalerV2SpecMetricPodsMetricSelectorMatchExpressions;
    };
  };
}
export interface KubernetesHorizontalPodAutoscalerV2SpecMetricPodsMetricSelectorMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesHorizontalPodAutoscalerV2SpecMetricPodsTarget {
  average_utilization?: Value<number>;
  average_value?: Value<string>;
  type: Value<string>;
  value?: Value<string>;
}
export interface KubernetesHorizontalPodAutoscalerV2SpecMetricResource {
  name: Value<string>;
  target?: KubernetesHorizontalPodAutoscalerV2SpecMetricResourceTarget;
  dynamic?: {
    target?: {
      for_each: Expression;
      content: KubernetesHorizontalPodAutoscalerV2SpecMetricResourceTarget;
    };
  };
}
export interface KubernetesHorizontalPodAutoscalerV2SpecMetricResourceTarget {
  average_utilization?: Value<number>;
  average_value?: Value<string>;
  type: Value<string>;
  value?: Value<string>;
}
export interface KubernetesHorizontalPodAutoscalerV2SpecScaleTargetRef {
  api_version?: Value<string>;
  kind: Value<string>;
  name: Value<string>;
}
export interface KubernetesNamespaceV1 {
  wait_for_default_service_account?: Value<boolean>;
  metadata: KubernetesNamespaceV1Metadata;
  timeouts?: KubernetesNamespaceV1Timeouts;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface KubernetesNamespaceV1Metadata {
  annotations?: Value<Record<string, string>>;
  generate_name?: Value<string>;
  labels?: Value<Record<string, string>>;
  name?: Value<string>;
}
export interface KubernetesNamespaceV1Timeouts {
  delete?: Value<string>;
}
export interface KubernetesNetworkPolicyV1 {
  metadata: KubernetesNetworkPolicyV1Metadata;
  spec: KubernetesNetworkPolicyV1Spec;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface KubernetesNetworkPolicyV1Metadata {
  annotations?: Value<Record<string, string>>;
  generate_name?: Value<string>;
  labels?: Value<Record<string, string>>;
  name?: Value<string>;
  namespace?: Value<string>;
}
export interface KubernetesNetworkPolicyV1Spec {
  policy_types: Value<string[]>;
  egress?: KubernetesNetworkPolicyV1SpecEgress[];
  ingress?: KubernetesNetworkPolicyV1SpecIngress[];
  pod_selector: KubernetesNetworkPolicyV1SpecPodSelector;
  dynamic?: {
    egress?: {
      for_each: Expression;
      content: KubernetesNetworkPolicyV1SpecEgress;
    };
    ingress?: {
      for_each: Expression;
      content: KubernetesNetworkPolicyV1SpecIngress;
    };
  };
}
export interface KubernetesNetworkPolicyV1SpecEgress {
  ports?: KubernetesNetworkPolicyV1SpecEgressPorts[];
  to?: KubernetesNetworkPolicyV1SpecEgressTo[];
  dynamic?: {
    ports?: {
      for_each: Expression;
      content: KubernetesNetworkPolicyV1SpecEgressPorts;
    };
    to?: {
      for_each: Expression;
      content: KubernetesNetworkPolicyV1SpecEgressTo;
    };
  };
}
export interface KubernetesNetworkPolicyV1SpecEgressPorts {
  end_port?: Value<number>;
  port?: Value<string>;
  protocol?: Value<string>;
}
export interface KubernetesNetworkPolicyV1SpecEgressTo {
  ip_block?: KubernetesNetworkPolicyV1SpecEgressToIpBlock;
  namespace_selector?: KubernetesNetworkPolicyV1SpecEgressToNamespaceSelector;
  pod_selector?: KubernetesNetworkPolicyV1SpecEgressToPodSelector;
  dynamic?: {
    ip_block?: {
      for_each: Expression;
      content: KubernetesNetworkPolicyV1SpecEgressToIpBlock;
    };
    namespace_selector?: {
      for_each: Expression;
      content: KubernetesNetworkPolicyV1SpecEgressToNamespaceSelector;
    };
    pod_selector?: {
      for_each: Expression;
      content: KubernetesNetworkPolicyV1SpecEgressToPodSelector;
    };
  };
}
export interface KubernetesNetworkPolicyV1SpecEgressToIpBlock {
  cidr?: Value<string>;
  except?: Value<string[]>;
}
export interface KubernetesNetworkPolicyV1SpecEgressToNamespaceSelector {
  match_labels?: Value<Record<string, string>>;
  match_expressions?: KubernetesNetworkPolicyV1SpecEgressToNamespaceSelectorMatchExpressions[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesNetworkPolicyV1SpecEgressToNamespaceSelectorMatchExpressions;
    };
  };
}
export interface KubernetesNetworkPolicyV1SpecEgressToNamespaceSelectorMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesNetworkPolicyV1SpecEgressToPodSelector {
  match_labels?: Value<Record<string, string>>;
  match_expressions?: KubernetesNetworkPolicyV1SpecEgressToPodSelectorMatchExpressions[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesNetworkPolicyV1SpecEgressToPodSelectorMatchExpressions;
    };
  };
}
export interface KubernetesNetworkPolicyV1SpecEgressToPodSelectorMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesNetworkPolicyV1SpecIngress {
  from?: KubernetesNetworkPolicyV1SpecIngressFrom[];
  ports?: KubernetesNetworkPolicyV1SpecIngressPorts[];
  dynamic?: {
    from?: {
      for_each: Expression;
      content: KubernetesNetworkPolicyV1SpecIngressFrom;
    };
    ports?: {
      for_each: Expression;
      content: KubernetesNetworkPolicyV1SpecIngressPorts;
    };
  };
}
export interface KubernetesNetworkPolicyV1SpecIngressFrom {
  ip_block?: KubernetesNetworkPolicyV1SpecIngressFromIpBlock;
  namespace_selector?: KubernetesNetworkPolicyV1SpecIngressFromNamespaceSelector;
  pod_selector?: KubernetesNetworkPolicyV1SpecIngressFromPodSelector;
  dynamic?: {
    ip_block?: {
      for_each: Expression;
      content: KubernetesNetworkPolicyV1SpecIngressFromIpBlock;
    };
    namespace_selector?: {
      for_each: Expression;
      content: KubernetesNetworkPolicyV1SpecIngressFromNamespaceSelector;
    };
    pod_selector?: {
      for_each: Expression;
      content: KubernetesNetworkPolicyV1SpecIngressFromPodSelector;
    };
  };
}
export interface KubernetesNetworkPolicyV1SpecIngressFromIpBlock {
  cidr?: Value<string>;
  except?: Value<string[]>;
}
export interface KubernetesNetworkPolicyV1SpecIngressFromNamespaceSelector {
  match_labels?: Value<Record<string, string>>;
  match_expressions?: KubernetesNetworkPolicyV1SpecIngressFromNamespaceSelectorMatchExpressions[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesNetworkPolicyV1SpecIngressFromNamespaceSelectorMatchExpressions;
    };
  };
}
export interface KubernetesNetworkPolicyV1SpecIngressFromNamespaceSelectorMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesNetworkPolicyV1SpecIngressFromPodSelector {
  match_labels?: Value<Record<string, string>>;
  match_expressions?: KubernetesNetworkPolicyV1SpecIngressFromPodSelectorMatchExpressions[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesNetworkPolicyV1SpecIngressFromPodSelectorMatchExpressions;
    };
  };
}
export interface KubernetesNetworkPolicyV1SpecIngressFromPodSelectorMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesNetworkPolicyV1SpecIngressPorts {
  end_port?: Value<number>;
  port?: Value<string>;
  protocol?: Value<string>;
}
export interface KubernetesNetworkPolicyV1SpecPodSelector {
  match_labels?: Value<Record<string, string>>;
  match_expressions?: KubernetesNetworkPolicyV1SpecPodSelectorMatchExpressions[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesNetworkPolicyV1SpecPodSelectorMatchExpressions;
    };
  };
}
export interface KubernetesNetworkPolicyV1SpecPodSelectorMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesPodDisruptionBudgetV1 {
  metadata: KubernetesPodDisruptionBudgetV1Metadata;
  spec: KubernetesPodDisruptionBudgetV1Spec;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface KubernetesPodDisruptionBudgetV1Metadata {
  annotations?: Value<Record<string, string>>;
  generate_name?: Value<string>;
  labels?: Value<Record<string, string>>;
  name?: Value<string>;
  namespace?: Value<string>;
}
export interface KubernetesPodDisruptionBudgetV1Spec {
  max_unavailable?: Value<string>;
  min_available?: Value<string>;
  selector: KubernetesPodDisruptionBudgetV1SpecSelector;
}
export interface KubernetesPodDisruptionBudgetV1SpecSelector {
  match_labels?: Value<Record<string, string>>;
  match_expressions?: KubernetesPodDisruptionBudgetV1SpecSelectorMatchExpressions[];
  dynamic?: {
    match_expressions?: {
      for_each: Expression;
      content: KubernetesPodDisruptionBudgetV1SpecSelectorMatchExpressions;
    };
  };
}
export interface KubernetesPodDisruptionBudgetV1SpecSelectorMatchExpressions {
  key?: Value<string>;
  operator?: Value<string>;
  values?: Value<string[]>;
}
export interface KubernetesRoleBindingV1 {
  metadata: KubernetesRoleBindingV1Metadata;
  role_ref: KubernetesRoleBindingV1RoleRef;
  /**
   * @minItems 1
   */
  subject: [KubernetesRoleBindingV1Subject, ...KubernetesRoleBindingV1Subject[]];
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface KubernetesRoleBindingV1Metadata {
  annotations?: Value<Record<string, string>>;
  generate_name?: Value<string>;
  labels?: Value<Record<string, string>>;
  name?: Value<string>;
  namespace?: Value<string>;
}
export interface KubernetesRoleBindingV1RoleRef {
  api_group: Value<string>;
  kind: Value<string>;
  name: Value<string>;
}
export interface KubernetesRoleBindingV1Subject {
  api_group?: Value<string>;
  kind: Value<string>;
  name: Value<string>;
  namespace?: Value<string>;
}
export interface KubernetesSecretV1 {
  binary_data?: Value<Record<string, string>>;
  binary_data_wo?: Value<Record<string, string>>;
  binary_data_wo_revision?: Value<number>;
  data?: Value<Record<string, string>>;
  data_wo?: Value<Record<string, string>>;
  data_wo_revision?: Value<number>;
  immutable?: Value<boolean>;
  type?: Value<string>;
  wait_for_service_account_token?: Value<boolean>;
  metadata: KubernetesSecretV1Metadata;
  timeouts?: KubernetesSecretV1Timeouts;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface KubernetesSecretV1Metadata {
  annotations?: Value<Record<string, string>>;
  generate_name?: Value<string>;
  labels?: Value<Record<string, string>>;
  name?: Value<string>;
  namespace?: Value<string>;
}
export interface KubernetesSecretV1Timeouts {
  create?: Value<string>;
}
export interface KubernetesServiceAccountV1 {
  automount_service_account_token?: Value<boolean>;
  image_pull_secret?: KubernetesServiceAccountV1ImagePullSecret[];
  metadata: KubernetesServiceAccountV1Metadata;
  secret?: KubernetesServiceAccountV1Secret[];
  timeouts?: KubernetesServiceAccountV1Timeouts;
  dynamic?: {
    image_pull_secret?: {
      for_each: Expression;
      content: KubernetesServiceAccountV1ImagePullSecret;
    };
    secret?: {
      for_each: Expression;
      content: KubernetesServiceAccountV1Secret;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface KubernetesServiceAccountV1ImagePullSecret {
  name?: Value<string>;
}
export interface KubernetesServiceAccountV1Metadata {
  annotations?: Value<Record<string, string>>;
  generate_name?: Value<string>;
  labels?: Value<Record<string, string>>;
  name?: Value<string>;
  namespace?: Value<string>;
}
export interface KubernetesServiceAccountV1Secret {
  name?: Value<string>;
}
export interface KubernetesServiceAccountV1Timeouts {
  create?: Value<string>;
}
export interface KubernetesServiceV1 {
  wait_for_load_balancer?: Value<boolean>;
  metadata: KubernetesServiceV1Metadata;
  spec: KubernetesServiceV1Spec;
  timeouts?: KubernetesServiceV1Timeouts;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface KubernetesServiceV1Metadata {
  annotations?: Value<Record<string, string>>;
  generate_name?: Value<string>;
  labels?: Value<Record<string, string>>;
  name?: Value<string>;
  namespace?: Value<string>;
}
export interface KubernetesServiceV1Spec {
  allocate_load_balancer_node_ports?: Value<boolean>;
  cluster_ip?: Value<string>;
  cluster_ips?: Value<string[]>;
  external_ips?: Value<string[]>;
  external_name?: Value<string>;
  external_traffic_policy?: Value<string>;
  health_check_node_port?: Value<number>;
  internal_traffic_policy?: Value<string>;
  ip_families?: Value<string[]>;
  ip_family_policy?: Value<string>;
  load_balancer_class?: Value<string>;
  load_balancer_ip?: Value<string>;
  load_balancer_source_ranges?: Value<string[]>;
  publish_not_ready_addresses?: Value<boolean>;
  selector?: Value<Record<string, string>>;
  session_affinity?: Value<string>;
  type?: Value<string>;
  port?: KubernetesServiceV1SpecPort[];
  session_affinity_config?: KubernetesServiceV1SpecSessionAffinityConfig;
  dynamic?: {
    port?: {
      for_each: Expression;
      content: KubernetesServiceV1SpecPort;
    };
    session_affinity_config?: {
      for_each: Expression;
      content: KubernetesServiceV1SpecSessionAffinityConfig;
    };
  };
}
export interface KubernetesServiceV1SpecPort {
  app_protocol?: Value<string>;
  name?: Value<string>;
  node_port?: Value<number>;
  port: Value<number>;
  protocol?: Value<string>;
  target_port?: Value<string>;
}
export interface KubernetesServiceV1SpecSessionAffinityConfig {
  client_ip?: KubernetesServiceV1SpecSessionAffinityConfigClientIp;
  dynamic?: {
    client_ip?: {
      for_each: Expression;
      content: KubernetesServiceV1SpecSessionAffinityConfigClientIp;
    };
  };
}
export interface KubernetesServiceV1SpecSessionAffinityConfigClientIp {
  timeout_seconds?: Value<number>;
}
export interface KubernetesServiceV1Timeouts {
  create?: Value<string>;
}
export interface KubernetesDataResources {}
export interface KubernetesClusterRoleV1Attributes { id: string; aggregation_rule: [{ cluster_role_selectors: { match_labels: Record<string, string>; match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[] }[] }]; metadata: [{ annotations: Record<string, string>; generate_name: string; generation: number; labels: Record<string, string>; name: string; resource_version: string; uid: string }]; rule: { api_groups: string[]; non_resource_urls: string[]; resource_names: string[]; resources: string[]; verbs: string[] }[] }
export interface KubernetesConfigMapV1Attributes { binary_data: Record<string, string>; data: Record<string, string>; id: string; immutable: boolean; metadata: [{ annotations: Record<string, string>; generate_name: string; generation: number; labels: Record<string, string>; name: string; namespace: string; resource_version: string; uid: string }] }
export interface KubernetesDeploymentV1Attributes { id: string; wait_for_rollout: boolean; metadata: [{ annotations: Record<string, string>; generate_name: string; generation: number; labels: Record<string, string>; name: string; namespace: string; resource_version: string; uid: string }]; spec: [{ min_ready_seconds: number; paused: boolean; progress_deadline_seconds: number; replicas: string; revision_history_limit: number; selector: [{ match_labels: Record<string, string>; match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[] }]; strategy: [{ type: string; rolling_update: [{ max_surge: string; max_unavailable: string }] }]; template: [{ metadata: [{ annotations: Record<string, string>; generate_name: string; generation: number; labels: Record<string, string>; name: string; namespace: string; resource_version: string; uid: string }]; spec: [{ active_deadline_seconds: number; automount_service_account_token: boolean; dns_policy: string; enable_service_links: boolean; host_ipc: boolean; host_network: boolean; host_pid: boolean; hostname: string; node_name: string; node_selector: Record<string, string>; priority_class_name: string; restart_policy: string; runtime_class_name: string; scheduler_name: string; service_account_name: string; share_process_namespace: boolean; subdomain: string; termination_grace_period_seconds: number; affinity: [{ node_affinity: [{ preferred_during_scheduling_ignored_during_execution: { weight: number; preference: [{ match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[]; match_fields: { key: string; operator: string; values: ReadonlySet<string> }[] }] }[]; required_during_scheduling_ignored_during_execution: [{ node_selector_term: { match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[]; match_fields: { key: string; operator: string; values: ReadonlySet<string> }[] }[] }] }]; pod_affinity: [{ preferred_during_scheduling_ignored_during_execution: { weight: number; pod_affinity_term: [{ namespaces: ReadonlySet<string>; topology_key: string; label_selector: { match_labels: Record<string, string>; match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[] }[]; namespace_selector: { match_labels: Record<string, string>; match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[] }[] }] }[]; required_during_scheduling_ignored_during_execution: { namespaces: ReadonlySet<string>; topology_key: string; label_selector: { match_labels: Record<string, string>; match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[] }[]; namespace_selector: { match_labels: Record<string, string>; match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[] }[] }[] }]; pod_anti_affinity: [{ preferred_during_scheduling_ignored_during_execution: { weight: number; pod_affinity_term: [{ namespaces: ReadonlySet<string>; topology_key: string; label_selector: { match_labels: Record<string, string>; match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[] }[]; namespace_selector: { match_labels: Record<string, string>; match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[] }[] }] }[]; required_during_scheduling_ignored_during_execution: { namespaces: ReadonlySet<string>; topology_key: string; label_selector: { match_labels: Record<string, string>; match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[] }[]; namespace_selector: { match_labels: Record<string, string>; match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[] }[] }[] }] }]; container: { args: string[]; command: string[]; image: string; image_pull_policy: string; name: string; restart_policy: string; stdin: boolean; stdin_once: boolean; termination_message_path: string; termination_message_policy: string; tty: boolean; working_dir: string; env: { name: string; value: string; value_from: [{ config_map_key_ref: [{ key: string; name: string; optional: boolean }]; field_ref: [{ api_version: string; field_path: string }]; resource_field_ref: [{ container_name: string; divisor: string; resource: string }]; secret_key_ref: [{ key: string; name: string; optional: boolean }] }] }[]; env_from: { prefix: string; config_map_ref: [{ name: string; optional: boolean }]; secret_ref: [{ name: string; optional: boolean }] }[]; lifecycle: [{ post_start: { exec: [{ command: string[] }]; http_get: [{ host: string; path: string; port: string; scheme: string; http_header: { name: string; value: string }[] }]; tcp_socket: { port: string }[] }[]; pre_stop: { exec: [{ command: string[] }]; http_get: [{ host: string; path: string; port: string; scheme: string; http_header: { name: string; value: string }[] }]; tcp_socket: { port: string }[] }[] }]; liveness_probe: [{ failure_threshold: number; initial_delay_seconds: number; period_seconds: number; success_threshold: number; timeout_seconds: number; exec: [{ command: string[] }]; grpc: { port: number; service: string }[]; http_get: [{ host: string; path: string; port: string; scheme: string; http_header: { name: string; value: string }[] }]; tcp_socket: { port: string }[] }]; port: { container_port: number; host_ip: string; host_port: number; name: string; protocol: string }[]; readiness_probe: [{ failure_threshold: number; initial_delay_seconds: number; period_seconds: number; success_threshold: number; timeout_seconds: number; exec: [{ command: string[] }]; grpc: { port: number; service: string }[]; http_get: [{ host: string; path: string; port: string; scheme: string; http_header: { name: string; value: string }[] }]; tcp_socket: { port: string }[] }]; resources: [{ limits: Record<string, string>; requests: Record<string, string> }]; security_context: [{ allow_privilege_escalation: boolean; privileged: boolean; read_only_root_filesystem: boolean; run_as_group: string; run_as_non_root: boolean; run_as_user: string; capabilities: [{ add: string[]; drop: string[] }]; se_linux_options: [{ level: string; role: string; type: string; user: string }]; seccomp_profile: [{ localhost_profile: string; type: string }] }]; startup_probe: [{ failure_threshold: number; initial_delay_seconds: number; period_seconds: number; success_threshold: number; timeout_seconds: number; exec: [{ command: string[] }]; grpc: { port: number; service: string }[]; http_get: [{ host: string; path: string; port: string; scheme: string; http_header: { name: string; value: string }[] }]; tcp_socket: { port: string }[] }]; volume_device: { device_path: string; name: string }[]; volume_mount: { mount_path: string; mount_propagation: string; name: string; read_only: boolean; sub_path: string; sub_path_expr: string }[] }[]; dns_config: [{ nameservers: string[]; searches: string[]; option: { name: string; value: string }[] }]; host_aliases: { hostnames: string[]; ip: string }[]; image_pull_secrets: { name: string }[]; init_container: { args: string[]; command: string[]; image: string; image_pull_policy: string; name: string; restart_policy: string; stdin: boolean; stdin_once: boolean; termination_message_path: string; termination_message_policy: string; tty: boolean; working_dir: string; env: { name: string; value: string; value_from: [{ config_map_key_ref: [{ key: string; name: string; optional: boolean }]; field_ref: [{ api_version: string; field_path: string }]; resource_field_ref: [{ container_name: string; divisor: string; resource: string }]; secret_key_ref: [{ key: string; name: string; optional: boolean }] }] }[]; env_from: { prefix: string; config_map_ref: [{ name: string; optional: boolean }]; secret_ref: [{ name: string; optional: boolean }] }[]; lifecycle: [{ post_start: { exec: [{ command: string[] }]; http_get: [{ host: string; path: string; port: string; scheme: string; http_header: { name: string; value: string }[] }]; tcp_socket: { port: string }[] }[]; pre_stop: { exec: [{ command: string[] }]; http_get: [{ host: string; path: string; port: string; scheme: string; http_header: { name: string; value: string }[] }]; tcp_socket: { port: string }[] }[] }]; liveness_probe: [{ failure_threshold: number; initial_delay_seconds: number; period_seconds: number; success_threshold: number; timeout_seconds: number; exec: [{ command: string[] }]; grpc: { port: number; service: string }[]; http_get: [{ host: string; path: string; port: string; scheme: string; http_header: { name: string; value: string }[] }]; tcp_socket: { port: string }[] }]; port: { container_port: number; host_ip: string; host_port: number; name: string; protocol: string }[]; readiness_probe: [{ failure_threshold: number; initial_delay_seconds: number; period_seconds: number; success_threshold: number; timeout_seconds: number; exec: [{ command: string[] }]; grpc: { port: number; service: string }[]; http_get: [{ host: string; path: string; port: string; scheme: string; http_header: { name: string; value: string }[] }]; tcp_socket: { port: string }[] }]; resources: [{ limits: Record<string, string>; requests: Record<string, string> }]; security_context: [{ allow_privilege_escalation: boolean; privileged: boolean; read_only_root_filesystem: boolean; run_as_group: string; run_as_non_root: boolean; run_as_user: string; capabilities: [{ add: string[]; drop: string[] }]; se_linux_options: [{ level: string; role: string; type: string; user: string }]; seccomp_profile: [{ localhost_profile: string; type: string }] }]; startup_probe: [{ failure_threshold: number; initial_delay_seconds: number; period_seconds: number; success_threshold: number; timeout_seconds: number; exec: [{ command: string[] }]; grpc: { port: number; service: string }[]; http_get: [{ host: string; path: string; port: string; scheme: string; http_header: { name: string; value: string }[] }]; tcp_socket: { port: string }[] }]; volume_device: { device_path: string; name: string }[]; volume_mount: { mount_path: string; mount_propagation: string; name: string; read_only: boolean; sub_path: string; sub_path_expr: string }[] }[]; os: [{ name: string }]; readiness_gate: { condition_type: string }[]; security_context: [{ fs_group: string; fs_group_change_policy: string; run_as_group: string; run_as_non_root: boolean; run_as_user: string; supplemental_groups: ReadonlySet<number>; se_linux_options: [{ level: string; role: string; type: string; user: string }]; seccomp_profile: [{ localhost_profile: string; type: string }]; sysctl: { name: string; value: string }[]; windows_options: [{ gmsa_credential_spec: string; gmsa_credential_spec_name: string; host_process: boolean; run_as_username: string }] }]; toleration: { effect: string; key: string; operator: string; toleration_seconds: string; value: string }[]; topology_spread_constraint: { match_label_keys: ReadonlySet<string>; max_skew: number; min_domains: number; node_affinity_policy: string; node_taints_policy: string; topology_key: string; when_unsatisfiable: string; label_selector: { match_labels: Record<string, string>; match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[] }[] }[]; volume: { name: string; aws_elastic_block_store: [{ fs_type: string; partition: number; read_only: boolean; volume_id: string }]; azure_disk: [{ caching_mode: string; data_disk_uri: string; disk_name: string; fs_type: string; kind: string; read_only: boolean }]; azure_file: [{ read_only: boolean; secret_name: string; secret_namespace: string; share_name: string }]; ceph_fs: [{ monitors: ReadonlySet<string>; path: string; read_only: boolean; secret_file: string; user: string; secret_ref: [{ name: string; namespace: string }] }]; cinder: [{ fs_type: string; read_only: boolean; volume_id: string }]; config_map: [{ default_mode: string; name: string; optional: boolean; items: { key: string; mode: string; path: string }[] }]; csi: [{ driver: string; fs_type: string; read_only: boolean; volume_attributes: Record<string, string>; node_publish_secret_ref: [{ name: string }] }]; downward_api: [{ default_mode: string; items: { mode: string; path: string; field_ref: [{ api_version: string; field_path: string }]; resource_field_ref: [{ container_name: string; divisor: string; resource: string }] }[] }]; empty_dir: [{ medium: string; size_limit: string }]; ephemeral: [{ volume_claim_template: [{ metadata: [{ annotations: Record<string, string>; labels: Record<string, string> }]; spec: [{ access_modes: ReadonlySet<string>; storage_class_name: string; volume_mode: string; volume_name: string; resources: [{ limits: Record<string, string>; requests: Record<string, string> }]; selector: [{ match_labels: Record<string, string>; match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[] }] }] }] }]; fc: [{ fs_type: string; lun: number; read_only: boolean; target_ww_ns: ReadonlySet<string> }]; flex_volume: [{ driver: string; fs_type: string; options: Record<string, string>; read_only: boolean; secret_ref: [{ name: string; namespace: string }] }]; flocker: [{ dataset_name: string; dataset_uuid: string }]; gce_persistent_disk: [{ fs_type: string; partition: number; pd_name: string; read_only: boolean }]; git_repo: [{ directory: string; repository: string; revision: string }]; glusterfs: [{ endpoints_name: string; path: string; read_only: boolean }]; host_path: [{ path: string; type: string }]; iscsi: [{ fs_type: string; iqn: string; iscsi_interface: string; lun: number; read_only: boolean; target_portal: string }]; local: [{ path: string }]; nfs: [{ path: string; read_only: boolean; server: string }]; persistent_volume_claim: [{ claim_name: string; read_only: boolean }]; photon_persistent_disk: [{ fs_type: string; pd_id: string }]; projected: { default_mode: string; sources: { config_map: { name: string; optional: boolean; items: { key: string; mode: string; path: string }[] }[]; downward_api: [{ items: { mode: string; path: string; field_ref: [{ api_version: string; field_path: string }]; resource_field_ref: [{ container_name: string; divisor: string; resource: string }] }[] }]; secret: { name: string; optional: boolean; items: { key: string; mode: string; path: string }[] }[]; service_account_token: [{ audience: string; expiration_seconds: number; path: string }] }[] }[]; quobyte: [{ group: string; read_only: boolean; registry: string; user: string; volume: string }]; rbd: [{ ceph_monitors: ReadonlySet<string>; fs_type: string; keyring: string; rados_user: string; rbd_image: string; rbd_pool: string; read_only: boolean; secret_ref: [{ name: string; namespace: string }] }]; secret: [{ default_mode: string; optional: boolean; secret_name: string; items: { key: string; mode: string; path: string }[] }]; vsphere_volume: [{ fs_type: string; volume_path: string }] }[] }] }] }]; timeouts: { create: string; delete: string; update: string } }
export interface KubernetesHorizontalPodAutoscalerV2Attributes { id: string; metadata: [{ annotations: Record<string, string>; generate_name: string; generation: number; labels: Record<string, string>; name: string; namespace: string; resource_version: string; uid: string }]; spec: [{ max_replicas: number; min_replicas: number; target_cpu_utilization_percentage: number; behavior: [{ scale_down: { select_policy: string; stabilization_window_seconds: number; policy: { period_seconds: number; type: string; value: number }[] }[]; scale_up: { select_policy: string; stabilization_window_seconds: number; policy: { period_seconds: number; type: string; value: number }[] }[] }]; metric: { type: string; container_resource: [{ container: string; name: string; target: [{ average_utilization: number; average_value: string; type: string; value: string }] }]; external: [{ metric: [{ name: string; selector: { match_labels: Record<string, string>; match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[] }[] }]; target: [{ average_utilization: number; average_value: string; type: string; value: string }] }]; object: [{ described_object: [{ api_version: string; kind: string; name: string }]; metric: [{ name: string; selector: { match_labels: Record<string, string>; match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[] }[] }]; target: [{ average_utilization: number; average_value: string; type: string; value: string }] }]; pods: [{ metric: [{ name: string; selector: { match_labels: Record<string, string>; match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[] }[] }]; target: [{ average_utilization: number; average_value: string; type: string; value: string }] }]; resource: [{ name: string; target: [{ average_utilization: number; average_value: string; type: string; value: string }] }] }[]; scale_target_ref: [{ api_version: string; kind: string; name: string }] }] }
export interface KubernetesNamespaceV1Attributes { id: string; wait_for_default_service_account: boolean; metadata: [{ annotations: Record<string, string>; generate_name: string; generation: number; labels: Record<string, string>; name: string; resource_version: string; uid: string }]; timeouts: { delete: string } }
export interface KubernetesNetworkPolicyV1Attributes { id: string; metadata: [{ annotations: Record<string, string>; generate_name: string; generation: number; labels: Record<string, string>; name: string; namespace: string; resource_version: string; uid: string }]; spec: [{ policy_types: string[]; egress: { ports: { end_port: number; port: string; protocol: string }[]; to: { ip_block: [{ cidr: string; except: string[] }]; namespace_selector: [{ match_labels: Record<string, string>; match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[] }]; pod_selector: [{ match_labels: Record<string, string>; match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[] }] }[] }[]; ingress: { from: { ip_block: [{ cidr: string; except: string[] }]; namespace_selector: [{ match_labels: Record<string, string>; match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[] }]; pod_selector: [{ match_labels: Record<string, string>; match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[] }] }[]; ports: { end_port: number; port: string; protocol: string }[] }[]; pod_selector: [{ match_labels: Record<string, string>; match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[] }] }] }
export interface KubernetesPodDisruptionBudgetV1Attributes { id: string; metadata: [{ annotations: Record<string, string>; generate_name: string; generation: number; labels: Record<string, string>; name: string; namespace: string; resource_version: string; uid: string }]; spec: [{ max_unavailable: string; min_available: string; selector: [{ match_labels: Record<string, string>; match_expressions: { key: string; operator: string; values: ReadonlySet<string> }[] }] }] }
export interface KubernetesRoleBindingV1Attributes { id: string; metadata: [{ annotations: Record<string, string>; generate_name: string; generation: number; labels: Record<string, string>; name: string; namespace: string; resource_version: string; uid: string }]; role_ref: [{ api_group: string; kind: string; name: string }]; subject: { api_group: string; kind: string; name: string; namespace: string }[] }
export interface KubernetesSecretV1Attributes { binary_data: Record<string, string>; binary_data_wo: Record<string, string>; binary_data_wo_revision: number; data: Record<string, string>; data_wo: Record<string, string>; data_wo_revision: number; id: string; immutable: boolean; type: string; wait_for_service_account_token: boolean; metadata: [{ annotations: Record<string, string>; generate_name: string; generation: number; labels: Record<string, string>; name: string; namespace: string; resource_version: string; uid: string }]; timeouts: { create: string } }
export interface KubernetesServiceAccountV1Attributes { automount_service_account_token: boolean; id: string; image_pull_secret: ReadonlySet<{ name: string }>; metadata: [{ annotations: Record<string, string>; generate_name: string; generation: number; labels: Record<string, string>; name: string; namespace: string; resource_version: string; uid: string }]; secret: ReadonlySet<{ name: string }>; timeouts: { create: string } }
export interface KubernetesServiceV1Attributes { id: string; status: { load_balancer: { ingress: { hostname: string; ip: string; ip_mode: string }[] }[] }[]; wait_for_load_balancer: boolean; metadata: [{ annotations: Record<string, string>; generate_name: string; generation: number; labels: Record<string, string>; name: string; namespace: string; resource_version: string; uid: string }]; spec: [{ allocate_load_balancer_node_ports: boolean; cluster_ip: string; cluster_ips: string[]; external_ips: ReadonlySet<string>; external_name: string; external_traffic_policy: string; health_check_node_port: number; internal_traffic_policy: string; ip_families: string[]; ip_family_policy: string; load_balancer_class: string; load_balancer_ip: string; load_balancer_source_ranges: ReadonlySet<string>; publish_not_ready_addresses: boolean; selector: Record<string, string>; session_affinity: string; type: string; port: { app_protocol: string; name: string; node_port: number; port: number; protocol: string; target_port: string }[]; session_affinity_config: [{ client_ip: [{ timeout_seconds: number }] }] }]; timeouts: { create: string } }
export interface KubernetesAttributes { kubernetes_cluster_role_v1: KubernetesClusterRoleV1Attributes; kubernetes_config_map_v1: KubernetesConfigMapV1Attributes; kubernetes_deployment_v1: KubernetesDeploymentV1Attributes; kubernetes_horizontal_pod_autoscaler_v2: KubernetesHorizontalPodAutoscalerV2Attributes; kubernetes_namespace_v1: KubernetesNamespaceV1Attributes; kubernetes_network_policy_v1: KubernetesNetworkPolicyV1Attributes; kubernetes_pod_disruption_budget_v1: KubernetesPodDisruptionBudgetV1Attributes; kubernetes_role_binding_v1: KubernetesRoleBindingV1Attributes; kubernetes_secret_v1: KubernetesSecretV1Attributes; kubernetes_service_account_v1: KubernetesServiceAccountV1Attributes; kubernetes_service_v1: KubernetesServiceV1Attributes }
export interface DataKubernetesAttributes {  }
