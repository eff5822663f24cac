// Written by npm run types from the provider's own schema; edit scripts/terraform/types/in-use.ts instead.
import type {Expression, Value} from "../expression.ts";

export interface Aws {
  provider: AwsProvider;
  resource: AwsResources;
  data: AwsDataResources;
}
export interface AwsProvider {
  access_key?: Value<string>;
  allowed_account_ids?: Value<string[]>;
  custom_ca_bundle?: Value<string>;
  ec2_metadata_service_endpoint?: Value<string>;
  ec2_metadata_service_endpoint_mode?: Value<string>;
  forbidden_account_ids?: Value<string[]>;
  http_proxy?: Value<string>;
  https_proxy?: Value<string>;
  insecure?: Value<boolean>;
  max_retries?: Value<number>;
  no_proxy?: Value<string>;
  profile?: Value<string>;
  region?: Value<string>;
  retry_mode?: Value<string>;
  s3_us_east_1_regional_endpoint?: Value<string>;
  s3_use_path_style?: Value<boolean>;
  secret_key?: Value<string>;
  shared_config_files?: Value<string[]>;
  shared_credentials_files?: Value<string[]>;
  skip_credentials_validation?: Value<boolean>;
  skip_metadata_api_check?: Value<string>;
  skip_region_validation?: Value<boolean>;
  skip_requesting_account_id?: Value<boolean>;
  sts_region?: Value<string>;
  token?: Value<string>;
  token_bucket_rate_limiter_capacity?: Value<number>;
  use_dualstack_endpoint?: Value<boolean>;
  use_fips_endpoint?: Value<boolean>;
  assume_role?: AwsProviderAssumeRole[];
  assume_role_with_web_identity?: AwsProviderAssumeRoleWithWebIdentity[];
  default_tags?: AwsProviderDefaultTags[];
  endpoints?: AwsProviderEndpoints[];
  ignore_tags?: AwsProviderIgnoreTags[];
  dynamic?: {
    assume_role?: {
      for_each: Expression;
      content: AwsProviderAssumeRole;
    };
    assume_role_with_web_identity?: {
      for_each: Expression;
      content: AwsProviderAssumeRoleWithWebIdentity;
    };
    default_tags?: {
      for_each: Expression;
      content: AwsProviderDefaultTags;
    };
    endpoints?: {
      for_each: Expression;
      content: AwsProviderEndpoints;
    };
    ignore_tags?: {
      for_each: Expression;
      content: AwsProviderIgnoreTags;
    };
  };
  alias?: string;
}
export interface AwsProviderAssumeRole {
  duration?: Value<string>;
  external_id?: Value<string>;
  policy?: Value<string>;
  policy_arns?: Value<string[]>;
  role_arn?: Value<string>;
  session_name?: Value<string>;
  source_identity?: Value<string>;
  tags?: Value<Record<string, string>>;
  transitive_tag_keys?: Value<string[]>;
}
export interface AwsProviderAssumeRoleWithWebIdentity {
  duration?: Value<string>;
  policy?: Value<string>;
  policy_arns?: Value<string[]>;
  role_arn?: Value<string>;
  session_name?: Value<string>;
  web_identity_token?: Value<string>;
  web_identity_token_file?: Value<string>;
}
export interface AwsProviderDefaultTags {
  tags?: Value<Record<string, string>>;
}
export interface AwsProviderEndpoints {
  accessanalyzer?: Value<string>;
  account?: Value<string>;
  acm?: Value<string>;
  acmpca?: Value<string>;
  amg?: Value<string>;
  amp?: Value<string>;
  amplify?: Value<string>;
  apigateway?: Value<string>;
  apigatewayv2?: Value<string>;
  appautoscaling?: Value<string>;
  appconfig?: Value<string>;
  appfabric?: Value<string>;
  appflow?: Value<string>;
  appintegrations?: Value<string>;
  appintegrationsservice?: Value<string>;
  applicationautoscaling?: Value<string>;
  applicationinsights?: Value<string>;
  applicationsignals?: Value<string>;
  appmesh?: Value<string>;
  appregistry?: Value<string>;
  apprunner?: Value<string>;
  appstream?: Value<string>;
  appsync?: Value<string>;
  athena?: Value<string>;
  auditmanager?: Value<string>;
  autoscaling?: Value<string>;
  autoscalingplans?: Value<string>;
  backup?: Value<string>;
  batch?: Value<string>;
  bcmdataexports?: Value<string>;
  beanstalk?: Value<string>;
  bedrock?: Value<string>;
  bedrockagent?: Value<string>;
  billing?: Value<string>;
  budgets?: Value<string>;
  ce?: Value<string>;
  chatbot?: Value<string>;
  chime?: Value<string>;
  chimesdkmediapipelines?: Value<string>;
  chimesdkvoice?: Value<string>;
  cleanrooms?: Value<string>;
  cloud9?: Value<string>;
  cloudcontrol?: Value<string>;
  cloudcontrolapi?: Value<string>;
  cloudformation?: Value<string>;
  cloudfront?: Value<string>;
  cloudfrontkeyvaluestore?: Value<string>;
  cloudhsm?: Value<string>;
  cloudhsmv2?: Value<string>;
  cloudsearch?: Value<string>;
  cloudtrail?: Value<string>;
  cloudwatch?: Value<string>;
  cloudwatchevents?: Value<string>;
  cloudwatchevidently?: Value<string>;
  cloudwatchlog?: Value<string>;
  cloudwatchlogs?: Value<string>;
  cloudwatchobservabilityaccessmanager?: Value<string>;
  cloudwatchrum?: Value<string>;
  codeartifact?: Value<string>;
  codebuild?: Value<string>;
  codecatalyst?: Value<string>;
  codecommit?: Value<string>;
  codeconnections?: Value<string>;
  codedeploy?: Value<string>;
  codeguruprofiler?: Value<string>;
  codegurureviewer?: Value<string>;
  codepipeline?: Value<string>;
  codestarconnections?: Value<string>;
  codestarnotifications?: Value<string>;
  cognitoidentity?: Value<string>;
  cognitoidentityprovider?: Value<string>;
  cognitoidp?: Value<string>;
  comprehend?: Value<string>;
  computeoptimizer?: Value<string>;
  config?: Value<string>;
  configservice?: Value<string>;
  connect?: Value<string>;
  connectcases?: Value<string>;
  controltower?: Value<string>;
  costandusagereportservice?: Value<string>;
  costexplorer?: Value<string>;
  costoptimizationhub?: Value<string>;
  cur?: Value<string>;
  customerprofiles?: Value<string>;
  databasemigration?: Value<string>;
  databasemigrationservice?: Value<string>;
  databrew?: Value<string>;
  dataexchange?: Value<string>;
  datapipeline?: Value<string>;
  datasync?: Value<string>;
  datazone?: Value<string>;
  dax?: Value<string>;
  deploy?: Value<string>;
  detective?: Value<string>;
  devicefarm?: Value<string>;
  devopsguru?: Value<string>;
  directconnect?: Value<string>;
  directoryservice?: Value<string>;
  dlm?: Value<string>;
  dms?: Value<string>;
  docdb?: Value<string>;
  docdbelastic?: Value<string>;
  drs?: Value<string>;
  ds?: Value<string>;
  dsql?: Value<string>;
  dynamodb?: Value<string>;
  ec2?: Value<string>;
  ecr?: Value<string>;
  ecrpublic?: Value<string>;
  ecs?: Value<string>;
  efs?: Value<string>;
  eks?: Value<string>;
  elasticache?: Value<string>;
  elasticbeanstalk?: Value<string>;
  elasticloadbalancing?: Value<string>;
  elasticloadbalancingv2?: Value<string>;
  elasticsearch?: Value<string>;
  elasticsearchservice?: Value<string>;
  elastictranscoder?: Value<string>;
  elb?: Value<string>;
  elbv2?: Value<string>;
  emr?: Value<string>;
  emrcontainers?: Value<string>;
  emrserverless?: Value<string>;
  es?: Value<string>;
  eventbridge?: Value<string>;
  events?: Value<string>;
  evidently?: Value<string>;
  evs?: Value<string>;
  finspace?: Value<string>;
  firehose?: Value<string>;
  fis?: Value<string>;
  fms?: Value<string>;
  fsx?: Value<string>;
  gamelift?: Value<string>;
  glacier?: Value<string>;
  globalaccelerator?: Value<string>;
  glue?: Value<string>;
  gluedatabrew?: Value<string>;
  grafana?: Value<string>;
  greengrass?: Value<string>;
  groundstation?: Value<string>;
  guardduty?: Value<string>;
  healthlake?: Value<string>;
  iam?: Value<string>;
  identitystore?: Value<string>;
  imagebuilder?: Value<string>;
  inspector?: Value<string>;
  inspector2?: Value<string>;
  inspectorv2?: Value<string>;
  internetmonitor?: Value<string>;
  invoicing?: Value<string>;
  iot?: Value<string>;
  iotanalytics?: Value<string>;
  iotevents?: Value<string>;
  ivs?: Value<string>;
  ivschat?: Value<string>;
  kafka?: Value<string>;
  kafkaconnect?: Value<string>;
  kendra?: Value<string>;
  keyspaces?: Value<string>;
  kinesis?: Value<string>;
  kinesisanalytics?: Value<string>;
  kinesisanalyticsv2?: Value<string>;
  kinesisvideo?: Value<string>;
  kms?: Value<string>;
  lakeformation?: Value<string>;
  lambda?: Value<string>;
  launchwizard?: Value<string>;
  lex?: Value<string>;
  lexmodelbuilding?: Value<string>;
  lexmodelbuildingservice?: Value<string>;
  lexmodels?: Value<string>;
  lexmodelsv2?: Value<string>;
  lexv2models?: Value<string>;
  licensemanager?: Value<string>;
  lightsail?: Value<string>;
  location?: Value<string>;
  locationservice?: Value<string>;
  logs?: Value<string>;
  lookoutmetrics?: Value<string>;
  m2?: Value<string>;
  macie2?: Value<string>;
  managedgrafana?: Value<string>;
  mediaconnect?: Value<string>;
  mediaconvert?: Value<string>;
  medialive?: Value<string>;
  mediapackage?: Value<string>;
  mediapackagev2?: Value<string>;
  mediapackagevod?: Value<string>;
  mediastore?: Value<string>;
  memorydb?: Value<string>;
  mgn?: Value<string>;
  mq?: Value<string>;
  msk?: Value<string>;
  mwaa?: Value<string>;
  neptune?: Value<string>;
  neptunegraph?: Value<string>;
  networkfirewall?: Value<string>;
  networkmanager?: Value<string>;
  networkmonitor?: Value<string>;
  notifications?: Value<string>;
  notificationscontacts?: Value<string>;
  oam?: Value<string>;
  opensearch?: Value<string>;
  opensearchingestion?: Value<string>;
  opensearchserverless?: Value<string>;
  opensearchservice?: Value<string>;
  opsworks?: Value<string>;
  organizations?: Value<string>;
  osis?: Value<string>;
  outposts?: Value<string>;
  paymentcryptography?: Value<string>;
  pcaconnectorad?: Value<string>;
  pcs?: Value<string>;
  pinpoint?: Value<string>;
  pinpointsmsvoicev2?: Value<string>;
  pipes?: Value<string>;
  polly?: Value<string>;
  pricing?: Value<string>;
  prometheus?: Value<string>;
  prometheusservice?: Value<string>;
  qbusiness?: Value<string>;
  qldb?: Value<string>;
  quicksight?: Value<string>;
  ram?: Value<string>;
  rbin?: Value<string>;
  rds?: Value<string>;
  recyclebin?: Value<string>;
  redshift?: Value<string>;
  redshiftdata?: Value<string>;
  redshiftdataapiservice?: Value<string>;
  redshiftserverless?: Value<string>;
  rekognition?: Value<string>;
  resiliencehub?: Value<string>;
  resourceexplorer2?: Value<string>;
  resourcegroups?: Value<string>;
  resourcegroupstagging?: Value<string>;
  resourcegroupstaggingapi?: Value<string>;
  rolesanywhere?: Value<string>;
  route53?: Value<string>;
  route53domains?: Value<string>;
  route53profiles?: Value<string>;
  route53recoverycontrolconfig?: Value<string>;
  route53recoveryreadiness?: Value<string>;
  route53resolver?: Value<string>;
  rum?: Value<string>;
  s3?: Value<string>;
  s3api?: Value<string>;
  s3control?: Value<string>;
  s3outposts?: Value<string>;
  s3tables?: Value<string>;
  sagemaker?: Value<string>;
  scheduler?: Value<string>;
  schemas?: Value<string>;
  sdb?: Value<string>;
  secretsmanager?: Value<string>;
  securityhub?: Value<string>;
  securitylake?: Value<string>;
  serverlessapplicationrepository?: Value<string>;
  serverlessapprepo?: Value<string>;
  serverlessrepo?: Value<string>;
  servicecatalog?: Value<string>;
  servicecatalogappregistry?: Value<string>;
  servicediscovery?: Value<string>;
  servicequotas?: Value<string>;
  ses?: Value<string>;
  sesv2?: Value<string>;
  sfn?: Value<string>;
  shield?: Value<string>;
  signer?: Value<string>;
  simpledb?: Value<string>;
  sns?: Value<string>;
  sqs?: Value<string>;
  ssm?: Value<string>;
  ssmcontacts?: Value<string>;
  ssmincidents?: Value<string>;
  ssmquicksetup?: Value<string>;
  ssmsap?: Value<string>;
  sso?: Value<string>;
  ssoadmin?: Value<string>;
  stepfunctions?: Value<string>;
  storagegateway?: Value<string>;
  sts?: Value<string>;
  swf?: Value<string>;
  synthetics?: Value<string>;
  taxsettings?: Value<string>;
  timestreaminfluxdb?: Value<string>;
  timestreamquery?: Value<string>;
  timestreamwrite?: Value<string>;
  transcribe?: Value<string>;
  transcribeservice?: Value<string>;
  transfer?: Value<string>;
  verifiedpermissions?: Value<string>;
  vpclattice?: Value<string>;
  waf?: Value<string>;
  wafregional?: Value<string>;
  wafv2?: Value<string>;
  wellarchitected?: Value<string>;
  worklink?: Value<string>;
  workspaces?: Value<string>;
  workspacesweb?: Value<string>;
  xray?: Value<string>;
}
export interface AwsProviderIgnoreTags {
  key_prefixes?: Value<string[]>;
  keys?: Value<string[]>;
}
export interface AwsResources {
  aws_acm_certificate?: {
    [k: string]: AwsAcmCertificate;
  };
  aws_cloudwatch_event_rule?: {
    [k: string]: AwsCloudwatchEventRule;
  };
  aws_cloudwatch_log_group?: {
    [k: string]: AwsCloudwatchLogGroup;
  };
  aws_cloudwatch_metric_alarm?: {
    [k: string]: AwsCloudwatchMetricAlarm;
  };
  aws_default_security_group?: {
    [k: string]: AwsDefaultSecurityGroup;
  };
  aws_ecr_lifecycle_policy?: {
    [k: string]: AwsEcrLifecyclePolicy;
  };
  aws_ecr_repository?: {
    [k: string]: AwsEcrRepository;
  };
  aws_ecs_cluster?: {
    [k: string]: AwsEcsCluster;
  };
  aws_ecs_service?: {
    [k: string]: AwsEcsService;
  };
  aws_ecs_task_definition?: {
    [k: string]: AwsEcsTaskDefinition;
  };
  aws_eip?: {
    [k: string]: AwsEip;
  };
  aws_eks_access_entry?: {
    [k: string]: AwsEksAccessEntry;
  };
  aws_eks_access_policy_association?: {
    [k: string]: AwsEksAccessPolicyAssociation;
  };
  aws_eks_addon?: {
    [k: string]: AwsEksAddon;
  };
  aws_eks_cluster?: {
    [k: string]: AwsEksCluster;
  };
  aws_eks_pod_identity_association?: {
    [k: string]: AwsEksPodIdentityAssociation;
  };
  aws_flow_log?: {
    [k: string]: AwsFlowLog;
  };
  aws_iam_openid_connect_provider?: {
    [k: string]: AwsIamOpenidConnectProvider;
  };
  aws_iam_role?: {
    [k: string]: AwsIamRole;
  };
  aws_iam_role_policy?: {
    [k: string]: AwsIamRolePolicy;
  };
  aws_iam_role_policy_attachment?: {
    [k: string]: AwsIamRolePolicyAttachment;
  };
  aws_internet_gateway?: {
    [k: string]: AwsInternetGateway;
  };
  aws_kms_alias?: {
    [k: string]: AwsKmsAlias;
  };
  aws_kms_key?: {
    [k: string]: AwsKmsKey;
  };
  aws_nat_gateway?: {
    [k: string]: AwsNatGateway;
  };
  aws_route?: {
    [k: string]: AwsRoute;
  };
  aws_route53_health_check?: {
    [k: string]: AwsRoute53HealthCheck;
  };
  aws_route53_record?: {
    [k: string]: AwsRoute53Record;
  };
  aws_route53_zone?: {
    [k: string]: AwsRoute53Zone;
  };
  aws_route_table?: {
    [k: string]: AwsRouteTable;
  };
  aws_route_table_association?: {
    [k: string]: AwsRouteTableAssociation;
  };
  aws_s3_bucket?: {
    [k: string]: AwsS3Bucket;
  };
  aws_s3_bucket_lifecycle_configuration?: {
    [k: string]: AwsS3BucketLifecycleConfiguration;
  };
  aws_s3_bucket_ownership_controls?: {
    [k: string]: AwsS3BucketOwnershipControls;
  };
  aws_s3_bucket_policy?: {
    [k: string]: AwsS3BucketPolicy;
  };
  aws_s3_bucket_public_access_block?: {
    [k: string]: AwsS3BucketPublicAccessBlock;
  };
  aws_s3_bucket_server_side_encryption_configuration?: {
    [k: string]: AwsS3BucketServerSideEncryptionConfiguration;
  };
  aws_s3_bucket_versioning?: {
    [k: string]: AwsS3BucketVersioning;
  };
  aws_secretsmanager_secret?: {
    [k: string]: AwsSecretsmanagerSecret;
  };
  aws_security_group?: {
    [k: string]: AwsSecurityGroup;
  };
  aws_sns_topic?: {
    [k: string]: AwsSnsTopic;
  };
  aws_sns_topic_policy?: {
    [k: string]: AwsSnsTopicPolicy;
  };
  aws_sns_topic_subscription?: {
    [k: string]: AwsSnsTopicSubscription;
  };
  aws_subnet?: {
    [k: string]: AwsSubnet;
  };
  aws_vpc?: {
    [k: string]: AwsVpc;
  };
  aws_vpc_endpoint?: {
    [k: string]: AwsVpcEndpoint;
  };
  aws_vpc_security_group_egress_rule?: {
    [k: string]: AwsVpcSecurityGroupEgressRule;
  };
  aws_vpc_security_group_ingress_rule?: {
    [k: string]: AwsVpcSecurityGroupIngressRule;
  };
}
export interface AwsAcmCertificate {
  certificate_authority_arn?: Value<string>;
  certificate_body?: Value<string>;
  certificate_chain?: Value<string>;
  domain_name?: Value<string>;
  early_renewal_duration?: Value<string>;
  key_algorithm?: Value<string>;
  private_key?: Value<string>;
  subject_alternative_names?: Value<string[]>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  validation_method?: Value<string>;
  options?: AwsAcmCertificateOptions;
  validation_option?: AwsAcmCertificateValidationOption[];
  dynamic?: {
    options?: {
      for_each: Expression;
      content: AwsAcmCertificateOptions;
    };
    validation_option?: {
      for_each: Expression;
      content: AwsAcmCertificateValidationOption;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsAcmCertificateOptions {
  certificate_transparency_logging_preference?: Value<string>;
}
export interface AwsAcmCertificateValidationOption {
  domain_name: Value<string>;
  validation_domain: Value<string>;
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
export interface AwsCloudwatchEventRule {
  description?: Value<string>;
  event_bus_name?: Value<string>;
  event_pattern?: Value<string>;
  force_destroy?: Value<boolean>;
  name?: Value<string>;
  name_prefix?: Value<string>;
  role_arn?: Value<string>;
  schedule_expression?: Value<string>;
  state?: Value<string>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsCloudwatchLogGroup {
  kms_key_id?: Value<string>;
  log_group_class?: Value<string>;
  name?: Value<string>;
  name_prefix?: Value<string>;
  retention_in_days?: Value<number>;
  skip_destroy?: Value<boolean>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsCloudwatchMetricAlarm {
  actions_enabled?: Value<boolean>;
  alarm_actions?: Value<string[]>;
  alarm_description?: Value<string>;
  alarm_name: Value<string>;
  comparison_operator: Value<string>;
  datapoints_to_alarm?: Value<number>;
  dimensions?: Value<Record<string, string>>;
  evaluate_low_sample_count_percentiles?: Value<string>;
  evaluation_periods: Value<number>;
  extended_statistic?: Value<string>;
  insufficient_data_actions?: Value<string[]>;
  metric_name?: Value<string>;
  namespace?: Value<string>;
  ok_actions?: Value<string[]>;
  period?: Value<number>;
  statistic?: Value<string>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  threshold?: Value<number>;
  threshold_metric_id?: Value<string>;
  treat_missing_data?: Value<string>;
  unit?: Value<string>;
  metric_query?: AwsCloudwatchMetricAlarmMetricQuery[];
  dynamic?: {
    metric_query?: {
      for_each: Expression;
      content: AwsCloudwatchMetricAlarmMetricQuery;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsCloudwatchMetricAlarmMetricQuery {
  account_id?: Value<string>;
  expression?: Value<string>;
  id: Value<string>;
  label?: Value<string>;
  period?: Value<number>;
  return_data?: Value<boolean>;
  metric?: AwsCloudwatchMetricAlarmMetricQueryMetric;
  dynamic?: {
    metric?: {
      for_each: Expression;
      content: AwsCloudwatchMetricAlarmMetricQueryMetric;
    };
  };
}
export interface AwsCloudwatchMetricAlarmMetricQueryMetric {
  dimensions?: Value<Record<string, string>>;
  metric_name: Value<string>;
  namespace?: Value<string>;
  period: Value<number>;
  stat: Value<string>;
  unit?: Value<string>;
}
export interface AwsDefaultSecurityGroup {
  egress?: Value<
    {
      cidr_blocks: string[];
      from_port: number;
      ipv6_cidr_blocks: string[];
      prefix_list_ids: string[];
      protocol: string;
      security_groups: string[];
      self: boolean;
      to_port: number;
    }[]
  >;
  ingress?: Value<
    {
      cidr_blocks: string[];
      from_port: number;
      ipv6_cidr_blocks: string[];
      prefix_list_ids: string[];
      protocol: string;
      security_groups: string[];
      self: boolean;
      to_port: number;
    }[]
  >;
  revoke_rules_on_delete?: Value<boolean>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  vpc_id?: Value<string>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsEcrLifecyclePolicy {
  policy: Value<string>;
  repository: Value<string>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsEcrRepository {
  force_delete?: Value<boolean>;
  image_tag_mutability?: Value<string>;
  name: Value<string>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  encryption_configuration?: AwsEcrRepositoryEncryptionConfiguration[];
  image_scanning_configuration?: AwsEcrRepositoryImageScanningConfiguration;
  timeouts?: AwsEcrRepositoryTimeouts;
  dynamic?: {
    encryption_configuration?: {
      for_each: Expression;
      content: AwsEcrRepositoryEncryptionConfiguration;
    };
    image_scanning_configuration?: {
      for_each: Expression;
      content: AwsEcrRepositoryImageScanningConfiguration;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsEcrRepositoryEncryptionConfiguration {
  encryption_type?: Value<string>;
  kms_key?: Value<string>;
}
export interface AwsEcrRepositoryImageScanningConfiguration {
  scan_on_push: Value<boolean>;
}
export interface AwsEcrRepositoryTimeouts {
  delete?: Value<string>;
}
export interface AwsEcsCluster {
  name: Value<string>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  configuration?: AwsEcsClusterConfiguration;
  service_connect_defaults?: AwsEcsClusterServiceConnectDefaults;
  setting?: AwsEcsClusterSetting[];
  dynamic?: {
    configuration?: {
      for_each: Expression;
      content: AwsEcsClusterConfiguration;
    };
    service_connect_defaults?: {
      for_each: Expression;
      content: AwsEcsClusterServiceConnectDefaults;
    };
    setting?: {
      for_each: Expression;
      content: AwsEcsClusterSetting;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsEcsClusterConfiguration {
  execute_command_configuration?: AwsEcsClusterConfigurationExecuteCommandConfiguration;
  managed_storage_configuration?: AwsEcsClusterConfigurationManagedStorageConfiguration;
  dynamic?: {
    execute_command_configuration?: {
      for_each: Expression;
      content: AwsEcsClusterConfigurationExecuteCommandConfiguration;
    };
    managed_storage_configuration?: {
      for_each: Expression;
      content: AwsEcsClusterConfigurationManagedStorageConfiguration;
    };
  };
}
export interface AwsEcsClusterConfigurationExecuteCommandConfiguration {
  kms_key_id?: Value<string>;
  logging?: Value<string>;
  log_configuration?: AwsEcsClusterConfigurationExecuteCommandConfigurationLogConfiguration;
  dynamic?: {
    log_configuration?: {
      for_each: Expression;
      content: AwsEcsClusterConfigurationExecuteCommandConfigurationLogConfiguration;
    };
  };
}
export interface AwsEcsClusterConfigurationExecuteCommandConfigurationLogConfiguration {
  cloud_watch_encryption_enabled?: Value<boolean>;
  cloud_watch_log_group_name?: Value<string>;
  s3_bucket_encryption_enabled?: Value<boolean>;
  s3_bucket_name?: Value<string>;
  s3_key_prefix?: Value<string>;
}
export interface AwsEcsClusterConfigurationManagedStorageConfiguration {
  fargate_ephemeral_storage_kms_key_id?: Value<string>;
  kms_key_id?: Value<string>;
}
export interface AwsEcsClusterServiceConnectDefaults {
  namespace: Value<string>;
}
export interface AwsEcsClusterSetting {
  name: Value<string>;
  value: Value<string>;
}
export interface AwsEcsService {
  availability_zone_rebalancing?: Value<string>;
  cluster?: Value<string>;
  deployment_maximum_percent?: Value<number>;
  deployment_minimum_healthy_percent?: Value<number>;
  desired_count?: Value<number>;
  enable_ecs_managed_tags?: Value<boolean>;
  enable_execute_command?: Value<boolean>;
  force_delete?: Value<boolean>;
  force_new_deployment?: Value<boolean>;
  health_check_grace_period_seconds?: Value<number>;
  iam_role?: Value<string>;
  launch_type?: Value<string>;
  name: Value<string>;
  platform_version?: Value<string>;
  propagate_tags?: Value<string>;
  scheduling_strategy?: Value<string>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  task_definition?: Value<string>;
  triggers?: Value<Record<string, string>>;
  wait_for_steady_state?: Value<boolean>;
  alarms?: AwsEcsServiceAlarms;
  capacity_provider_strategy?: AwsEcsServiceCapacityProviderStrategy[];
  deployment_circuit_breaker?: AwsEcsServiceDeploymentCircuitBreaker;
  deployment_controller?: AwsEcsServiceDeploymentController;
  load_balancer?: AwsEcsServiceLoadBalancer[];
  network_configuration?: AwsEcsServiceNetworkConfiguration;
  ordered_placement_strategy?: AwsEcsServiceOrderedPlacementStrategy[];
  placement_constraints?: AwsEcsServicePlacementConstraints[];
  service_connect_configuration?: AwsEcsServiceServiceConnectConfiguration;
  service_registries?: AwsEcsServiceServiceRegistries;
  timeouts?: AwsEcsServiceTimeouts;
  volume_configuration?: AwsEcsServiceVolumeConfiguration;
  vpc_lattice_configurations?: AwsEcsServiceVpcLatticeConfigurations[];
  dynamic?: {
    alarms?: {
      for_each: Expression;
      content: AwsEcsServiceAlarms;
    };
    capacity_provider_strategy?: {
      for_each: Expression;
      content: AwsEcsServiceCapacityProviderStrategy;
    };
    deployment_circuit_breaker?: {
      for_each: Expression;
      content: AwsEcsServiceDeploymentCircuitBreaker;
    };
    deployment_controller?: {
      for_each: Expression;
      content: AwsEcsServiceDeploymentController;
    };
    load_balancer?: {
      for_each: Expression;
      content: AwsEcsServiceLoadBalancer;
    };
    network_configuration?: {
      for_each: Expression;
      content: AwsEcsServiceNetworkConfiguration;
    };
    ordered_placement_strategy?: {
      for_each: Expression;
      content: AwsEcsServiceOrderedPlacementStrategy;
    };
    placement_constraints?: {
      for_each: Expression;
      content: AwsEcsServicePlacementConstraints;
    };
    service_connect_configuration?: {
      for_each: Expression;
      content: AwsEcsServiceServiceConnectConfiguration;
    };
    service_registries?: {
      for_each: Expression;
      content: AwsEcsServiceServiceRegistries;
    };
    volume_configuration?: {
      for_each: Expression;
      content: AwsEcsServiceVolumeConfiguration;
    };
    vpc_lattice_configurations?: {
      for_each: Expression;
      content: AwsEcsServiceVpcLatticeConfigurations;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsEcsServiceAlarms {
  alarm_names: Value<string[]>;
  enable: Value<boolean>;
  rollback: Value<boolean>;
}
export interface AwsEcsServiceCapacityProviderStrategy {
  base?: Value<number>;
  capacity_provider: Value<string>;
  weight?: Value<number>;
}
export interface AwsEcsServiceDeploymentCircuitBreaker {
  enable: Value<boolean>;
  rollback: Value<boolean>;
}
export interface AwsEcsServiceDeploymentController {
  type?: Value<string>;
}
export interface AwsEcsServiceLoadBalancer {
  container_name: Value<string>;
  container_port: Value<number>;
  elb_name?: Value<string>;
  target_group_arn?: Value<string>;
}
export interface AwsEcsServiceNetworkConfiguration {
  assign_public_ip?: Value<boolean>;
  security_groups?: Value<string[]>;
  subnets: Value<string[]>;
}
export interface AwsEcsServiceOrderedPlacementStrategy {
  field?: Value<string>;
  type: Value<string>;
}
export interface AwsEcsServicePlacementConstraints {
  expression?: Value<string>;
  type: Value<string>;
}
export interface AwsEcsServiceServiceConnectConfiguration {
  enabled: Value<boolean>;
  namespace?: Value<string>;
  log_configuration?: AwsEcsServiceServiceConnectConfigurationLogConfiguration;
  service?: AwsEcsServiceServiceConnectConfigurationService[];
  dynamic?: {
    log_configuration?: {
      for_each: Expression;
      content: AwsEcsServiceServiceConnectConfigurationLogConfiguration;
    };
    service?: {
      for_each: Expression;
      content: AwsEcsServiceServiceConnectConfigurationService;
    };
  };
}
export interface AwsEcsServiceServiceConnectConfigurationLogConfiguration {
  log_driver: Value<string>;
  options?: Value<Record<string, string>>;
  secret_option?: AwsEcsServiceServiceConnectConfigurationLogConfigurationSecretOption[];
  dynamic?: {
    secret_option?: {
      for_each: Expression;
      content: AwsEcsServiceServiceConnectConfigurationLogConfigurationSecretOption;
    };
  };
}
export interface AwsEcsServiceServiceConnectConfigurationLogConfigurationSecretOption {
  name: Value<string>;
  value_from: Value<string>;
}
export interface AwsEcsServiceServiceConnectConfigurationService {
  discovery_name?: Value<string>;
  ingress_port_override?: Value<number>;
  port_name: Value<string>;
  client_alias?: AwsEcsServiceServiceConnectConfigurationServiceClientAlias;
  timeout?: AwsEcsServiceServiceConnectConfigurationServiceTimeout;
  tls?: AwsEcsServiceServiceConnectConfigurationServiceTls;
  dynamic?: {
    client_alias?: {
      for_each: Expression;
      content: AwsEcsServiceServiceConnectConfigurationServiceClientAlias;
    };
    timeout?: {
      for_each: Expression;
      content: AwsEcsServiceServiceConnectConfigurationServiceTimeout;
    };
    tls?: {
      for_each: Expression;
      content: AwsEcsServiceServiceConnectConfigurationServiceTls;
    };
  };
}
export interface AwsEcsServiceServiceConnectConfigurationServiceClientAlias {
  dns_name?: Value<string>;
  port: Value<number>;
}
export interface AwsEcsServiceServiceConnectConfigurationServiceTimeout {
  idle_timeout_seconds?: Value<number>;
  per_request_timeout_seconds?: Value<number>;
}
export interface AwsEcsServiceServiceConnectConfigurationServiceTls {
  kms_key?: Value<string>;
  role_arn?: Value<string>;
  issuer_cert_authority: AwsEcsServiceServiceConnectConfigurationServiceTlsIssuerCertAuthority;
}
export interface AwsEcsServiceServiceConnectConfigurationServiceTlsIssuerCertAuthority {
  aws_pca_authority_arn: Value<string>;
}
export interface AwsEcsServiceServiceRegistries {
  container_name?: Value<string>;
  container_port?: Value<number>;
  port?: Value<number>;
  registry_arn: Value<string>;
}
export interface AwsEcsServiceTimeouts {
  create?: Value<string>;
  delete?: Value<string>;
  update?: Value<string>;
}
export interface AwsEcsServiceVolumeConfiguration {
  name: Value<string>;
  managed_ebs_volume: AwsEcsServiceVolumeConfigurationManagedEbsVolume;
}
export interface AwsEcsServiceVolumeConfigurationManagedEbsVolume {
  encrypted?: Value<boolean>;
  file_system_type?: Value<string>;
  iops?: Value<number>;
  kms_key_id?: Value<string>;
  role_arn: Value<string>;
  size_in_gb?: Value<number>;
  snapshot_id?: Value<string>;
  throughput?: Value<number>;
  volume_initialization_rate?: Value<number>;
  volume_type?: Value<string>;
  tag_specifications?: AwsEcsServiceVolumeConfigurationManagedEbsVolumeTagSpecifications[];
  dynamic?: {
    tag_specifications?: {
      for_each: Expression;
      content: AwsEcsServiceVolumeConfigurationManagedEbsVolumeTagSpecifications;
    };
  };
}
export interface AwsEcsServiceVolumeConfigurationManagedEbsVolumeTagSpecifications {
  propagate_tags?: Value<string>;
  resource_type: Value<string>;
  tags?: Value<Record<string, string>>;
}
export interface AwsEcsServiceVpcLatticeConfigurations {
  port_name: Value<string>;
  role_arn: Value<string>;
  target_group_arn: Value<string>;
}
export interface AwsEcsTaskDefinition {
  container_definitions: Value<string>;
  cpu?: Value<string>;
  enable_fault_injection?: Value<boolean>;
  execution_role_arn?: Value<string>;
  family: Value<string>;
  ipc_mode?: Value<string>;
  memory?: Value<string>;
  network_mode?: Value<string>;
  pid_mode?: Value<string>;
  requires_compatibilities?: Value<string[]>;
  skip_destroy?: Value<boolean>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  task_role_arn?: Value<string>;
  track_latest?: Value<boolean>;
  ephemeral_storage?: AwsEcsTaskDefinitionEphemeralStorage;
  inference_accelerator?: AwsEcsTaskDefinitionInferenceAccelerator[];
  placement_constraints?: AwsEcsTaskDefinitionPlacementConstraints[];
  proxy_configuration?: AwsEcsTaskDefinitionProxyConfiguration;
  runtime_platform?: AwsEcsTaskDefinitionRuntimePlatform;
  volume?: AwsEcsTaskDefinitionVolume[];
  dynamic?: {
    ephemeral_storage?: {
      for_each: Expression;
      content: AwsEcsTaskDefinitionEphemeralStorage;
    };
    inference_accelerator?: {
      for_each: Expression;
      content: AwsEcsTaskDefinitionInferenceAccelerator;
    };
    placement_constraints?: {
      for_each: Expression;
      content: AwsEcsTaskDefinitionPlacementConstraints;
    };
    proxy_configuration?: {
      for_each: Expression;
      content: AwsEcsTaskDefinitionProxyConfiguration;
    };
    runtime_platform?: {
      for_each: Expression;
      content: AwsEcsTaskDefinitionRuntimePlatform;
    };
    volume?: {
      for_each: Expression;
      content: AwsEcsTaskDefinitionVolume;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsEcsTaskDefinitionEphemeralStorage {
  size_in_gib: Value<number>;
}
export interface AwsEcsTaskDefinitionInferenceAccelerator {
  device_name: Value<string>;
  device_type: Value<string>;
}
export interface AwsEcsTaskDefinitionPlacementConstraints {
  expression?: Value<string>;
  type: Value<string>;
}
export interface AwsEcsTaskDefinitionProxyConfiguration {
  container_name: Value<string>;
  properties?: Value<Record<string, string>>;
  type?: Value<string>;
}
export interface AwsEcsTaskDefinitionRuntimePlatform {
  cpu_architecture?: Value<string>;
  operating_system_family?: Value<string>;
}
export interface AwsEcsTaskDefinitionVolume {
  configure_at_launch?: Value<boolean>;
  host_path?: Value<string>;
  name: Value<string>;
  docker_volume_configuration?: AwsEcsTaskDefinitionVolumeDockerVolumeConfiguration;
  efs_volume_configuration?: AwsEcsTaskDefinitionVolumeEfsVolumeConfiguration;
  fsx_windows_file_server_volume_configuration?: AwsEcsTaskDefinitionVolumeFsxWindowsFileServerVolumeConfiguration;
  dynamic?: {
    docker_volume_configuration?: {
      for_each: Expression;
      content: AwsEcsTaskDefinitionVolumeDockerVolumeConfiguration;
    };
    efs_volume_configuration?: {
      for_each: Expression;
      content: AwsEcsTaskDefinitionVolumeEfsVolumeConfiguration;
    };
    fsx_windows_file_server_volume_configuration?: {
      for_each: Expression;
      content: AwsEcsTaskDefinitionVolumeFsxWindowsFileServerVolumeConfiguration;
    };
  };
}
export interface AwsEcsTaskDefinitionVolumeDockerVolumeConfiguration {
  autoprovision?: Value<boolean>;
  driver?: Value<string>;
  driver_opts?: Value<Record<string, string>>;
  labels?: Value<Record<string, string>>;
  scope?: Value<string>;
}
export interface AwsEcsTaskDefinitionVolumeEfsVolumeConfiguration {
  file_system_id: Value<string>;
  root_directory?: Value<string>;
  transit_encryption?: Value<string>;
  transit_encryption_port?: Value<number>;
  authorization_config?: AwsEcsTaskDefinitionVolumeEfsVolumeConfigurationAuthorizationConfig;
  dynamic?: {
    authorization_config?: {
      for_each: Expression;
      content: AwsEcsTaskDefinitionVolumeEfsVolumeConfigurationAuthorizationConfig;
    };
  };
}
export interface AwsEcsTaskDefinitionVolumeEfsVolumeConfigurationAuthorizationConfig {
  access_point_id?: Value<string>;
  iam?: Value<string>;
}
export interface AwsEcsTaskDefinitionVolumeFsxWindowsFileServerVolumeConfiguration {
  file_system_id: Value<string>;
  root_directory: Value<string>;
  authorization_config: AwsEcsTaskDefinitionVolumeFsxWindowsFileServerVolumeConfigurationAuthorizationConfig;
}
export interface AwsEcsTaskDefinitionVolumeFsxWindowsFileServerVolumeConfigurationAuthorizationConfig {
  credentials_parameter: Value<string>;
  domain: Value<string>;
}
export interface AwsEip {
  address?: Value<string>;
  associate_with_private_ip?: Value<string>;
  customer_owned_ipv4_pool?: Value<string>;
  domain?: Value<string>;
  instance?: Value<string>;
  ipam_pool_id?: Value<string>;
  network_border_group?: Value<string>;
  network_interface?: Value<string>;
  public_ipv4_pool?: Value<string>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  timeouts?: AwsEipTimeouts;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsEipTimeouts {
  delete?: Value<string>;
  read?: Value<string>;
  update?: Value<string>;
}
export interface AwsEksAccessEntry {
  cluster_name: Value<string>;
  kubernetes_groups?: Value<string[]>;
  principal_arn: Value<string>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  type?: Value<string>;
  user_name?: Value<string>;
  timeouts?: AwsEksAccessEntryTimeouts;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsEksAccessEntryTimeouts {
  create?: Value<string>;
  delete?: Value<string>;
}
export interface AwsEksAccessPolicyAssociation {
  cluster_name: Value<string>;
  policy_arn: Value<string>;
  principal_arn: Value<string>;
  access_scope: AwsEksAccessPolicyAssociationAccessScope;
  timeouts?: AwsEksAccessPolicyAssociationTimeouts;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsEksAccessPolicyAssociationAccessScope {
  namespaces?: Value<string[]>;
  type: Value<string>;
}
export interface AwsEksAccessPolicyAssociationTimeouts {
  create?: Value<string>;
  delete?: Value<string>;
}
export interface AwsEksAddon {
  addon_name: Value<string>;
  addon_version?: Value<string>;
  cluster_name: Value<string>;
  configuration_values?: Value<string>;
  preserve?: Value<boolean>;
  resolve_conflicts_on_create?: Value<string>;
  resolve_conflicts_on_update?: Value<string>;
  service_account_role_arn?: Value<string>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  pod_identity_association?: AwsEksAddonPodIdentityAssociation[];
  timeouts?: AwsEksAddonTimeouts;
  dynamic?: {
    pod_identity_association?: {
      for_each: Expression;
      content: AwsEksAddonPodIdentityAssociation;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsEksAddonPodIdentityAssociation {
  role_arn: Value<string>;
  service_account: Value<string>;
}
export interface AwsEksAddonTimeouts {
  create?: Value<string>;
  delete?: Value<string>;
  update?: Value<string>;
}
export interface AwsEksCluster {
  bootstrap_self_managed_addons?: Value<boolean>;
  enabled_cluster_log_types?: Value<string[]>;
  force_update_version?: Value<boolean>;
  name: Value<string>;
  role_arn: Value<string>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  version?: Value<string>;
  access_config?: AwsEksClusterAccessConfig;
  compute_config?: AwsEksClusterComputeConfig;
  encryption_config?: AwsEksClusterEncryptionConfig;
  kubernetes_network_config?: AwsEksClusterKubernetesNetworkConfig;
  outpost_config?: AwsEksClusterOutpostConfig;
  remote_network_config?: AwsEksClusterRemoteNetworkConfig;
  storage_config?: AwsEksClusterStorageConfig;
  timeouts?: AwsEksClusterTimeouts;
  upgrade_policy?: AwsEksClusterUpgradePolicy;
  vpc_config: AwsEksClusterVpcConfig;
  zonal_shift_config?: AwsEksClusterZonalShiftConfig;
  dynamic?: {
    access_config?: {
      for_each: Expression;
      content: AwsEksClusterAccessConfig;
    };
    compute_config?: {
      for_each: Expression;
      content: AwsEksClusterComputeConfig;
    };
    encryption_config?: {
      for_each: Expression;
      content: AwsEksClusterEncryptionConfig;
    };
    kubernetes_network_config?: {
      for_each: Expression;
      content: AwsEksClusterKubernetesNetworkConfig;
    };
    outpost_config?: {
      for_each: Expression;
      content: AwsEksClusterOutpostConfig;
    };
    remote_network_config?: {
      for_each: Expression;
      content: AwsEksClusterRemoteNetworkConfig;
    };
    storage_config?: {
      for_each: Expression;
      content: AwsEksClusterStorageConfig;
    };
    upgrade_policy?: {
      for_each: Expression;
      content: AwsEksClusterUpgradePolicy;
    };
    zonal_shift_config?: {
      for_each: Expression;
      content: AwsEksClusterZonalShiftConfig;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsEksClusterAccessConfig {
  authentication_mode?: Value<string>;
  bootstrap_cluster_creator_admin_permissions?: Value<boolean>;
}
export interface AwsEksClusterComputeConfig {
  enabled?: Value<boolean>;
  node_pools?: Value<string[]>;
  node_role_arn?: Value<string>;
}
export interface AwsEksClusterEncryptionConfig {
  resources: Value<string[]>;
  provider: AwsEksClusterEncryptionConfigProvider;
}
export interface AwsEksClusterEncryptionConfigProvider {
  key_arn: Value<string>;
}
export interface AwsEksClusterKubernetesNetworkConfig {
  ip_family?: Value<string>;
  service_ipv4_cidr?: Value<string>;
  elastic_load_balancing?: AwsEksClusterKubernetesNetworkConfigElasticLoadBalancing;
  dynamic?: {
    elastic_load_balancing?: {
      for_each: Expression;
      content: AwsEksClusterKubernetesNetworkConfigElasticLoadBalancing;
    };
  };
}
export interface AwsEksClusterKubernetesNetworkConfigElasticLoadBalancing {
  enabled?: Value<boolean>;
}
export interface AwsEksClusterOutpostConfig {
  control_plane_instance_type: Value<string>;
  outpost_arns: Value<string[]>;
  control_plane_placement?: AwsEksClusterOutpostConfigControlPlanePlacement;
  dynamic?: {
    control_plane_placement?: {
      for_each: Expression;
      content: AwsEksClusterOutpostConfigControlPlanePlacement;
    };
  };
}
export interface AwsEksClusterOutpostConfigControlPlanePlacement {
  group_name: Value<string>;
}
export interface AwsEksClusterRemoteNetworkConfig {
  remote_node_networks: AwsEksClusterRemoteNetworkConfigRemoteNodeNetworks;
  remote_pod_networks?: AwsEksClusterRemoteNetworkConfigRemotePodNetworks;
  dynamic?: {
    remote_pod_networks?: {
      for_each: Expression;
      content: AwsEksClusterRemoteNetworkConfigRemotePodNetworks;
    };
  };
}
export interface AwsEksClusterRemoteNetworkConfigRemoteNodeNetworks {
  cidrs?: Value<string[]>;
}
export interface AwsEksClusterRemoteNetworkConfigRemotePodNetworks {
  cidrs?: Value<string[]>;
}
export interface AwsEksClusterStorageConfig {
  block_storage?: AwsEksClusterStorageConfigBlockStorage;
  dynamic?: {
    block_storage?: {
      for_each: Expression;
      content: AwsEksClusterStorageConfigBlockStorage;
    };
  };
}
export interface AwsEksClusterStorageConfigBlockStorage {
  enabled?: Value<boolean>;
}
export interface AwsEksClusterTimeouts {
  create?: Value<string>;
  delete?: Value<string>;
  update?: Value<string>;
}
export interface AwsEksClusterUpgradePolicy {
  support_type?: Value<string>;
}
export interface AwsEksClusterVpcConfig {
  endpoint_private_access?: Value<boolean>;
  endpoint_public_access?: Value<boolean>;
  public_access_cidrs?: Value<string[]>;
  security_group_ids?: Value<string[]>;
  subnet_ids: Value<string[]>;
}
export interface AwsEksClusterZonalShiftConfig {
  enabled?: Value<boolean>;
}
export interface AwsEksPodIdentityAssociation {
  cluster_name: Value<string>;
  namespace: Value<string>;
  role_arn: Value<string>;
  service_account: Value<string>;
  tags?: Value<Record<string, string>>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsFlowLog {
  deliver_cross_account_role?: Value<string>;
  eni_id?: Value<string>;
  iam_role_arn?: Value<string>;
  log_destination?: Value<string>;
  log_destination_type?: Value<string>;
  log_format?: Value<string>;
  max_aggregation_interval?: Value<number>;
  subnet_id?: Value<string>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  traffic_type?: Value<string>;
  transit_gateway_attachment_id?: Value<string>;
  transit_gateway_id?: Value<string>;
  vpc_id?: Value<string>;
  destination_options?: AwsFlowLogDestinationOptions;
  dynamic?: {
    destination_options?: {
      for_each: Expression;
      content: AwsFlowLogDestinationOptions;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsFlowLogDestinationOptions {
  file_format?: Value<string>;
  hive_compatible_partitions?: Value<boolean>;
  per_hour_partition?: Value<boolean>;
}
export interface AwsIamOpenidConnectProvider {
  client_id_list: Value<string[]>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  thumbprint_list?: Value<string[]>;
  url: Value<string>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsIamRole {
  assume_role_policy: Value<string>;
  description?: Value<string>;
  force_detach_policies?: Value<boolean>;
  max_session_duration?: Value<number>;
  name?: Value<string>;
  name_prefix?: Value<string>;
  path?: Value<string>;
  permissions_boundary?: Value<string>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  inline_policy?: AwsIamRoleInlinePolicy[];
  dynamic?: {
    inline_policy?: {
      for_each: Expression;
      content: AwsIamRoleInlinePolicy;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsIamRoleInlinePolicy {
  name?: Value<string>;
  policy?: Value<string>;
}
export interface AwsIamRolePolicy {
  name?: Value<string>;
  name_prefix?: Value<string>;
  policy: Value<string>;
  role: Value<string>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsIamRolePolicyAttachment {
  policy_arn: Value<string>;
  role: Value<string>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsInternetGateway {
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  vpc_id?: Value<string>;
  timeouts?: AwsInternetGatewayTimeouts;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsInternetGatewayTimeouts {
  create?: Value<string>;
  delete?: Value<string>;
  update?: Value<string>;
}
export interface AwsKmsAlias {
  name?: Value<string>;
  name_prefix?: Value<string>;
  target_key_id: Value<string>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsKmsKey {
  bypass_policy_lockout_safety_check?: Value<boolean>;
  custom_key_store_id?: Value<string>;
  customer_master_key_spec?: Value<string>;
  deletion_window_in_days?: Value<number>;
  description?: Value<string>;
  enable_key_rotation?: Value<boolean>;
  is_enabled?: Value<boolean>;
  key_usage?: Value<string>;
  multi_region?: Value<boolean>;
  policy?: Value<string>;
  rotation_period_in_days?: Value<number>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  xks_key_id?: Value<string>;
  timeouts?: AwsKmsKeyTimeouts;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsKmsKeyTimeouts {
  create?: Value<string>;
}
export interface AwsNatGateway {
  allocation_id?: Value<string>;
  connectivity_type?: Value<string>;
  private_ip?: Value<string>;
  secondary_allocation_ids?: Value<string[]>;
  secondary_private_ip_address_count?: Value<number>;
  secondary_private_ip_addresses?: Value<string[]>;
  subnet_id: Value<string>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  timeouts?: AwsNatGatewayTimeouts;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsNatGatewayTimeouts {
  create?: Value<string>;
  delete?: Value<string>;
  update?: Value<string>;
}
export interface AwsRoute {
  carrier_gateway_id?: Value<string>;
  core_network_arn?: Value<string>;
  destination_cidr_block?: Value<string>;
  destination_ipv6_cidr_block?: Value<string>;
  destination_prefix_list_id?: Value<string>;
  egress_only_gateway_id?: Value<string>;
  gateway_id?: Value<string>;
  local_gateway_id?: Value<string>;
  nat_gateway_id?: Value<string>;
  network_interface_id?: Value<string>;
  route_table_id: Value<string>;
  transit_gateway_id?: Value<string>;
  vpc_endpoint_id?: Value<string>;
  vpc_peering_connection_id?: Value<string>;
  timeouts?: AwsRouteTimeouts;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsRouteTimeouts {
  create?: Value<string>;
  delete?: Value<string>;
  update?: Value<string>;
}
export interface AwsRoute53HealthCheck {
  child_health_threshold?: Value<number>;
  child_healthchecks?: Value<string[]>;
  cloudwatch_alarm_name?: Value<string>;
  cloudwatch_alarm_region?: Value<string>;
  disabled?: Value<boolean>;
  enable_sni?: Value<boolean>;
  failure_threshold?: Value<number>;
  fqdn?: Value<string>;
  insufficient_data_health_status?: Value<string>;
  invert_healthcheck?: Value<boolean>;
  ip_address?: Value<string>;
  measure_latency?: Value<boolean>;
  port?: Value<number>;
  reference_name?: Value<string>;
  regions?: Value<string[]>;
  request_interval?: Value<number>;
  resource_path?: Value<string>;
  routing_control_arn?: Value<string>;
  search_string?: Value<string>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  triggers?: Value<Record<string, string>>;
  type: Value<string>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsRoute53Record {
  allow_overwrite?: Value<boolean>;
  health_check_id?: Value<string>;
  multivalue_answer_routing_policy?: Value<boolean>;
  name: Value<string>;
  records?: Value<string[]>;
  set_identifier?: Value<string>;
  ttl?: Value<number>;
  type: Value<string>;
  zone_id: Value<string>;
  alias?: AwsRoute53RecordAlias;
  cidr_routing_policy?: AwsRoute53RecordCidrRoutingPolicy;
  failover_routing_policy?: AwsRoute53RecordFailoverRoutingPolicy;
  geolocation_routing_policy?: AwsRoute53RecordGeolocationRoutingPolicy;
  geoproximity_routing_policy?: AwsRoute53RecordGeoproximityRoutingPolicy;
  latency_routing_policy?: AwsRoute53RecordLatencyRoutingPolicy;
  timeouts?: AwsRoute53RecordTimeouts;
  weighted_routing_policy?: AwsRoute53RecordWeightedRoutingPolicy;
  dynamic?: {
    alias?: {
      for_each: Expression;
      content: AwsRoute53RecordAlias;
    };
    cidr_routing_policy?: {
      for_each: Expression;
      content: AwsRoute53RecordCidrRoutingPolicy;
    };
    failover_routing_policy?: {
      for_each: Expression;
      content: AwsRoute53RecordFailoverRoutingPolicy;
    };
    geolocation_routing_policy?: {
      for_each: Expression;
      content: AwsRoute53RecordGeolocationRoutingPolicy;
    };
    geoproximity_routing_policy?: {
      for_each: Expression;
      content: AwsRoute53RecordGeoproximityRoutingPolicy;
    };
    latency_routing_policy?: {
      for_each: Expression;
      content: AwsRoute53RecordLatencyRoutingPolicy;
    };
    weighted_routing_policy?: {
      for_each: Expression;
      content: AwsRoute53RecordWeightedRoutingPolicy;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsRoute53RecordAlias {
  evaluate_target_health: Value<boolean>;
  name: Value<string>;
  zone_id: Value<string>;
}
export interface AwsRoute53RecordCidrRoutingPolicy {
  collection_id: Value<string>;
  location_name: Value<string>;
}
export interface AwsRoute53RecordFailoverRoutingPolicy {
  type: Value<string>;
}
export interface AwsRoute53RecordGeolocationRoutingPolicy {
  continent?: Value<string>;
  country?: Value<string>;
  subdivision?: Value<string>;
}
export interface AwsRoute53RecordGeoproximityRoutingPolicy {
  aws_region?: Value<string>;
  bias?: Value<number>;
  local_zone_group?: Value<string>;
  coordinates?: AwsRoute53RecordGeoproximityRoutingPolicyCoordinates[];
  dynamic?: {
    coordinates?: {
      for_each: Expression;
      content: AwsRoute53RecordGeoproximityRoutingPolicyCoordinates;
    };
  };
}
export interface AwsRoute53RecordGeoproximityRoutingPolicyCoordinates {
  latitude: Value<string>;
  longitude: Value<string>;
}
export interface AwsRoute53RecordLatencyRoutingPolicy {
  region: Value<string>;
}
export interface AwsRoute53RecordTimeouts {
  create?: Value<string>;
  delete?: Value<string>;
  update?: Value<string>;
}
export interface AwsRoute53RecordWeightedRoutingPolicy {
  weight: Value<number>;
}
export interface AwsRoute53Zone {
  comment?: Value<string>;
  delegation_set_id?: Value<string>;
  force_destroy?: Value<boolean>;
  name: Value<string>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  timeouts?: AwsRoute53ZoneTimeouts;
  vpc?: AwsRoute53ZoneVpc[];
  dynamic?: {
    vpc?: {
      for_each: Expression;
      content: AwsRoute53ZoneVpc;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsRoute53ZoneTimeouts {
  create?: Value<string>;
  delete?: Value<string>;
  update?: Value<string>;
}
export interface AwsRoute53ZoneVpc {
  vpc_id: Value<string>;
  vpc_region?: Value<string>;
}
export interface AwsRouteTable {
  propagating_vgws?: Value<string[]>;
  route?: Value<
    {
      carrier_gateway_id: string;
      cidr_block: string;
      core_network_arn: string;
      destination_prefix_list_id: string;
      egress_only_gateway_id: string;
      gateway_id: string;
      ipv6_cidr_block: string;
      local_gateway_id: string;
      nat_gateway_id: string;
      network_interface_id: string;
      transit_gateway_id: string;
      vpc_endpoint_id: string;
      vpc_peering_connection_id: string;
    }[]
  >;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  vpc_id: Value<string>;
  timeouts?: AwsRouteTableTimeouts;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsRouteTableTimeouts {
  create?: Value<string>;
  delete?: Value<string>;
  update?: Value<string>;
}
export interface AwsRouteTableAssociation {
  gateway_id?: Value<string>;
  route_table_id: Value<string>;
  subnet_id?: Value<string>;
  timeouts?: AwsRouteTableAssociationTimeouts;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsRouteTableAssociationTimeouts {
  create?: Value<string>;
  delete?: Value<string>;
  update?: Value<string>;
}
export interface AwsS3Bucket {
  bucket?: Value<string>;
  bucket_prefix?: Value<string>;
  force_destroy?: Value<boolean>;
  object_lock_enabled?: Value<boolean>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  cors_rule?: AwsS3BucketCorsRule[];
  grant?: AwsS3BucketGrant[];
  lifecycle_rule?: AwsS3BucketLifecycleRule[];
  logging?: AwsS3BucketLogging;
  object_lock_configuration?: AwsS3BucketObjectLockConfiguration;
  replication_configuration?: AwsS3BucketReplicationConfiguration;
  server_side_encryption_configuration?: AwsS3BucketServerSideEncryptionConfiguration;
  timeouts?: AwsS3BucketTimeouts;
  versioning?: AwsS3BucketVersioning;
  website?: AwsS3BucketWebsite;
  dynamic?: {
    cors_rule?: {
      for_each: Expression;
      content: AwsS3BucketCorsRule;
    };
    grant?: {
      for_each: Expression;
      content: AwsS3BucketGrant;
    };
    lifecycle_rule?: {
      for_each: Expression;
      content: AwsS3BucketLifecycleRule;
    };
    logging?: {
      for_each: Expression;
      content: AwsS3BucketLogging;
    };
    object_lock_configuration?: {
      for_each: Expression;
      content: AwsS3BucketObjectLockConfiguration;
    };
    replication_configuration?: {
      for_each: Expression;
      content: AwsS3BucketReplicationConfiguration;
    };
    server_side_encryption_configuration?: {
      for_each: Expression;
      content: AwsS3BucketServerSideEncryptionConfiguration;
    };
    versioning?: {
      for_each: Expression;
      content: AwsS3BucketVersioning;
    };
    website?: {
      for_each: Expression;
      content: AwsS3BucketWebsite;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsS3BucketCorsRule {
  allowed_headers?: Value<string[]>;
  allowed_methods: Value<string[]>;
  allowed_origins: Value<string[]>;
  expose_headers?: Value<string[]>;
  max_age_seconds?: Value<number>;
}
export interface AwsS3BucketGrant {
  id?: Value<string>;
  permissions: Value<string[]>;
  type: Value<string>;
  uri?: Value<string>;
}
export interface AwsS3BucketLifecycleRule {
  abort_incomplete_multipart_upload_days?: Value<number>;
  enabled: Value<boolean>;
  id?: Value<string>;
  prefix?: Value<string>;
  tags?: Value<Record<string, string>>;
  expiration?: AwsS3BucketLifecycleRuleExpiration;
  noncurrent_version_expiration?: AwsS3BucketLifecycleRuleNoncurrentVersionExpiration;
  noncurrent_version_transition?: AwsS3BucketLifecycleRuleNoncurrentVersionTransition[];
  transition?: AwsS3BucketLifecycleRuleTransition[];
  dynamic?: {
    expiration?: {
      for_each: Expression;
      content: AwsS3BucketLifecycleRuleExpiration;
    };
    noncurrent_version_expiration?: {
      for_each: Expression;
      content: AwsS3BucketLifecycleRuleNoncurrentVersionExpiration;
    };
    noncurrent_version_transition?: {
      for_each: Expression;
      content: AwsS3BucketLifecycleRuleNoncurrentVersionTransition;
    };
    transition?: {
      for_each: Expression;
      content: AwsS3BucketLifecycleRuleTransition;
    };
  };
}
export interface AwsS3BucketLifecycleRuleExpiration {
  date?: Value<string>;
  days?: Value<number>;
  expired_object_delete_marker?: Value<boolean>;
}
export interface AwsS3BucketLifecycleRuleNoncurrentVersionExpiration {
  days?: Value<number>;
}
export interface AwsS3BucketLifecycleRuleNoncurrentVersionTransition {
  days?: Value<number>;
  storage_class: Value<string>;
}
export interface AwsS3BucketLifecycleRuleTransition {
  date?: Value<string>;
  days?: Value<number>;
  storage_class: Value<string>;
}
export interface AwsS3BucketLogging {
  target_bucket: Value<string>;
  target_prefix?: Value<string>;
}
export interface AwsS3BucketObjectLockConfiguration {
  rule?: AwsS3BucketObjectLockConfigurationRule;
  dynamic?: {
    rule?: {
      for_each: Expression;
      content: AwsS3BucketObjectLockConfigurationRule;
    };
  };
}
export interface AwsS3BucketObjectLockConfigurationRule {
  default_retention: AwsS3BucketObjectLockConfigurationRuleDefaultRetention;
}
export interface AwsS3BucketObjectLockConfigurationRuleDefaultRetention {
  days?: Value<number>;
  mode: Value<string>;
  years?: Value<number>;
}
export interface AwsS3BucketReplicationConfiguration {
  role: Value<string>;
  /**
   * @minItems 1
   */
  rules: [AwsS3BucketReplicationConfigurationRules, ...AwsS3BucketReplicationConfigurationRules[]];
}
export interface AwsS3BucketReplicationConfigurationRules {
  delete_marker_replication_status?: Value<string>;
  id?: Value<string>;
  prefix?: Value<string>;
  priority?: Value<number>;
  status: Value<string>;
  destination: AwsS3BucketReplicationConfigurationRulesDestination;
  filter?: AwsS3BucketReplicationConfigurationRulesFilter;
  source_selection_criteria?: AwsS3BucketReplicationConfigurationRulesSourceSelectionCriteria;
  dynamic?: {
    filter?: {
      for_each: Expression;
      content: AwsS3BucketReplicationConfigurationRulesFilter;
    };
    source_selection_criteria?: {
      for_each: Expression;
      content: AwsS3BucketReplicationConfigurationRulesSourceSelectionCriteria;
    };
  };
}
export interface AwsS3BucketReplicationConfigurationRulesDestination {
  account_id?: Value<string>;
  bucket: Value<string>;
  replica_kms_key_id?: Value<string>;
  storage_class?: Value<string>;
  access_control_translation?: AwsS3BucketReplicationConfigurationRulesDestinationAccessControlTranslation;
  metrics?: AwsS3BucketReplicationConfigurationRulesDestinationMetrics;
  replication_time?: AwsS3BucketReplicationConfigurationRulesDestinationReplicationTime;
  dynamic?: {
    access_control_translation?: {
      for_each: Expression;
      content: AwsS3BucketReplicationConfigurationRulesDestinationAccessControlTranslation;
    };
    metrics?: {
      for_each: Expression;
      content: AwsS3BucketReplicationConfigurationRulesDestinationMetrics;
    };
    replication_time?: {
      for_each: Expression;
      content: AwsS3BucketReplicationConfigurationRulesDestinationReplicationTime;
    };
  };
}
export interface AwsS3BucketReplicationConfigurationRulesDestinationAccessControlTranslation {
  owner: Value<string>;
}
export interface AwsS3BucketReplicationConfigurationRulesDestinationMetrics {
  minutes?: Value<number>;
  status?: Value<string>;
}
export interface AwsS3BucketReplicationConfigurationRulesDestinationReplicationTime {
  minutes?: Value<number>;
  status?: Value<string>;
}
export interface AwsS3BucketReplicationConfigurationRulesFilter {
  prefix?: Value<string>;
  tags?: Value<Record<string, string>>;
}
export interface AwsS3BucketReplicationConfigurationRulesSourceSelectionCriteria {
  sse_kms_encrypted_objects?: AwsS3BucketReplicationConfigurationRulesSourceSelectionCriteriaSseKmsEncryptedObjects;
  dynamic?: {
    sse_kms_encrypted_objects?: {
      for_each: Expression;
      content: AwsS3BucketReplicationConfigurationRulesSourceSelectionCriteriaSseKmsEncryptedObjects;
    };
  };
}
export interface AwsS3BucketReplicationConfigurationRulesSourceSelectionCriteriaSseKmsEncryptedObjects {
  enabled: Value<boolean>;
}
export interface AwsS3BucketServerSideEncryptionConfiguration {
  bucket: Value<string>;
  expected_bucket_owner?: Value<string>;
  /**
   * @minItems 1
   */
  rule: [AwsS3BucketServerSideEncryptionConfigurationRule, ...AwsS3BucketServerSideEncryptionConfigurationRule[]];
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsS3BucketServerSideEncryptionConfigurationRule {
  bucket_key_enabled?: Value<boolean>;
  apply_server_side_encryption_by_default?: AwsS3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefault;
  dynamic?: {
    apply_server_side_encryption_by_default?: {
      for_each: Expression;
      content: AwsS3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefault;
    };
  };
}
export interface AwsS3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefault {
  kms_master_key_id?: Value<string>;
  sse_algorithm: Value<string>;
}
export interface AwsS3BucketTimeouts {
  create?: Value<string>;
  delete?: Value<string>;
  read?: Value<string>;
  update?: Value<string>;
}
export interface AwsS3BucketVersioning {
  bucket: Value<string>;
  expected_bucket_owner?: Value<string>;
  mfa?: Value<string>;
  versioning_configuration: AwsS3BucketVersioningVersioningConfiguration;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsS3BucketVersioningVersioningConfiguration {
  mfa_delete?: Value<string>;
  status: Value<string>;
}
export interface AwsS3BucketWebsite {
  error_document?: Value<string>;
  index_document?: Value<string>;
  redirect_all_requests_to?: Value<string>;
  routing_rules?: Value<string>;
}
export interface AwsS3BucketLifecycleConfiguration {
  bucket: Value<string>;
  expected_bucket_owner?: Value<string>;
  transition_default_minimum_object_size?: Value<string>;
  rule?: AwsS3BucketLifecycleConfigurationRule[];
  timeouts?: AwsS3BucketLifecycleConfigurationTimeouts;
  dynamic?: {
    rule?: {
      for_each: Expression;
      content: AwsS3BucketLifecycleConfigurationRule;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsS3BucketLifecycleConfigurationRule {
  id: Value<string>;
  status: Value<string>;
  abort_incomplete_multipart_upload?: AwsS3BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload[];
  expiration?: AwsS3BucketLifecycleConfigurationRuleExpiration[];
  filter?: AwsS3BucketLifecycleConfigurationRuleFilter[];
  noncurrent_version_expiration?: AwsS3BucketLifecycleConfigurationRuleNoncurrentVersionExpiration[];
  noncurrent_version_transition?: AwsS3BucketLifecycleConfigurationRuleNoncurrentVersionTransition[];
  transition?: AwsS3BucketLifecycleConfigurationRuleTransition[];
  dynamic?: {
    abort_incomplete_multipart_upload?: {
      for_each: Expression;
      content: AwsS3BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload;
    };
    expiration?: {
      for_each: Expression;
      content: AwsS3BucketLifecycleConfigurationRuleExpiration;
    };
    filter?: {
      for_each: Expression;
      content: AwsS3BucketLifecycleConfigurationRuleFilter;
    };
    noncurrent_version_expiration?: {
      for_each: Expression;
      content: AwsS3BucketLifecycleConfigurationRuleNoncurrentVersionExpiration;
    };
    noncurrent_version_transition?: {
      for_each: Expression;
      content: AwsS3BucketLifecycleConfigurationRuleNoncurrentVersionTransition;
    };
    transition?: {
      for_each: Expression;
      content: AwsS3BucketLifecycleConfigurationRuleTransition;
    };
  };
}
export interface AwsS3BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload {
  days_after_initiation?: Value<number>;
}
export interface AwsS3BucketLifecycleConfigurationRuleExpiration {
  date?: Value<string>;
  days?: Value<number>;
  expired_object_delete_marker?: Value<boolean>;
}
export interface AwsS3BucketLifecycleConfigurationRuleFilter {
  object_size_greater_than?: Value<number>;
  object_size_less_than?: Value<number>;
  prefix?: Value<string>;
  and?: AwsS3BucketLifecycleConfigurationRuleFilterAnd[];
  tag?: AwsS3BucketLifecycleConfigurationRuleFilterTag[];
  dynamic?: {
    and?: {
      for_each: Expression;
      content: AwsS3BucketLifecycleConfigurationRuleFilterAnd;
    };
    tag?: {
      for_each: Expression;
      content: AwsS3BucketLifecycleConfigurationRuleFilterTag;
    };
  };
}
export interface AwsS3BucketLifecycleConfigurationRuleFilterAnd {
  object_size_greater_than?: Value<number>;
  object_size_less_than?: Value<number>;
  prefix?: Value<string>;
  tags?: Value<Record<string, string>>;
}
export interface AwsS3BucketLifecycleConfigurationRuleFilterTag {
  key: Value<string>;
  value: Value<string>;
}
export interface AwsS3BucketLifecycleConfigurationRuleNoncurrentVersionExpiration {
  newer_noncurrent_versions?: Value<number>;
  noncurrent_days: Value<number>;
}
export interface AwsS3BucketLifecycleConfigurationRuleNoncurrentVersionTransition {
  newer_noncurrent_versions?: Value<number>;
  noncurrent_days: Value<number>;
  storage_class: Value<string>;
}
export interface AwsS3BucketLifecycleConfigurationRuleTransition {
  date?: Value<string>;
  days?: Value<number>;
  storage_class: Value<string>;
}
export interface AwsS3BucketLifecycleConfigurationTimeouts {
  create?: Value<string>;
  update?: Value<string>;
}
export interface AwsS3BucketOwnershipControls {
  bucket: Value<string>;
  rule: AwsS3BucketOwnershipControlsRule;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsS3BucketOwnershipControlsRule {
  object_ownership: Value<string>;
}
export interface AwsS3BucketPolicy {
  bucket: Value<string>;
  policy: Value<string>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsS3BucketPublicAccessBlock {
  block_public_acls?: Value<boolean>;
  block_public_policy?: Value<boolean>;
  bucket: Value<string>;
  ignore_public_acls?: Value<boolean>;
  restrict_public_buckets?: Value<boolean>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsSecretsmanagerSecret {
  description?: Value<string>;
  force_overwrite_replica_secret?: Value<boolean>;
  kms_key_id?: Value<string>;
  name?: Value<string>;
  name_prefix?: Value<string>;
  policy?: Value<string>;
  recovery_window_in_days?: Value<number>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  replica?: AwsSecretsmanagerSecretReplica[];
  dynamic?: {
    replica?: {
      for_each: Expression;
      content: AwsSecretsmanagerSecretReplica;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsSecretsmanagerSecretReplica {
  kms_key_id?: Value<string>;
  region: Value<string>;
}
export interface AwsSecurityGroup {
  description?: Value<string>;
  egress?: Value<
    {
      cidr_blocks: string[];
      from_port: number;
      ipv6_cidr_blocks: string[];
      prefix_list_ids: string[];
      protocol: string;
      security_groups: string[];
      self: boolean;
      to_port: number;
    }[]
  >;
  ingress?: Value<
    {
      cidr_blocks: string[];
      from_port: number;
      ipv6_cidr_blocks: string[];
      prefix_list_ids: string[];
      protocol: string;
      security_groups: string[];
      self: boolean;
      to_port: number;
    }[]
  >;
  name?: Value<string>;
  name_prefix?: Value<string>;
  revoke_rules_on_delete?: Value<boolean>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  vpc_id?: Value<string>;
  timeouts?: AwsSecurityGroupTimeouts;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsSecurityGroupTimeouts {
  create?: Value<string>;
  delete?: Value<string>;
}
export interface AwsSnsTopic {
  application_failure_feedback_role_arn?: Value<string>;
  application_success_feedback_role_arn?: Value<string>;
  application_success_feedback_sample_rate?: Value<number>;
  archive_policy?: Value<string>;
  content_based_deduplication?: Value<boolean>;
  delivery_policy?: Value<string>;
  display_name?: Value<string>;
  fifo_throughput_scope?: Value<string>;
  fifo_topic?: Value<boolean>;
  firehose_failure_feedback_role_arn?: Value<string>;
  firehose_success_feedback_role_arn?: Value<string>;
  firehose_success_feedback_sample_rate?: Value<number>;
  http_failure_feedback_role_arn?: Value<string>;
  http_success_feedback_role_arn?: Value<string>;
  http_success_feedback_sample_rate?: Value<number>;
  kms_master_key_id?: Value<string>;
  lambda_failure_feedback_role_arn?: Value<string>;
  lambda_success_feedback_role_arn?: Value<string>;
  lambda_success_feedback_sample_rate?: Value<number>;
  name?: Value<string>;
  name_prefix?: Value<string>;
  policy?: Value<string>;
  signature_version?: Value<number>;
  sqs_failure_feedback_role_arn?: Value<string>;
  sqs_success_feedback_role_arn?: Value<string>;
  sqs_success_feedback_sample_rate?: Value<number>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  tracing_config?: Value<string>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsSnsTopicPolicy {
  arn: Value<string>;
  policy: Value<string>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsSnsTopicSubscription {
  confirmation_timeout_in_minutes?: Value<number>;
  delivery_policy?: Value<string>;
  endpoint: Value<string>;
  endpoint_auto_confirms?: Value<boolean>;
  filter_policy?: Value<string>;
  filter_policy_scope?: Value<string>;
  protocol: Value<string>;
  raw_message_delivery?: Value<boolean>;
  redrive_policy?: Value<string>;
  replay_policy?: Value<string>;
  subscription_role_arn?: Value<string>;
  topic_arn: Value<string>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsSubnet {
  assign_ipv6_address_on_creation?: Value<boolean>;
  availability_zone?: Value<string>;
  availability_zone_id?: Value<string>;
  cidr_block?: Value<string>;
  customer_owned_ipv4_pool?: Value<string>;
  enable_dns64?: Value<boolean>;
  enable_lni_at_device_index?: Value<number>;
  enable_resource_name_dns_a_record_on_launch?: Value<boolean>;
  enable_resource_name_dns_aaaa_record_on_launch?: Value<boolean>;
  ipv6_cidr_block?: Value<string>;
  ipv6_native?: Value<boolean>;
  map_customer_owned_ip_on_launch?: Value<boolean>;
  map_public_ip_on_launch?: Value<boolean>;
  outpost_arn?: Value<string>;
  private_dns_hostname_type_on_launch?: Value<string>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  vpc_id: Value<string>;
  timeouts?: AwsSubnetTimeouts;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsSubnetTimeouts {
  create?: Value<string>;
  delete?: Value<string>;
}
export interface AwsVpc {
  assign_generated_ipv6_cidr_block?: Value<boolean>;
  cidr_block?: Value<string>;
  enable_dns_hostnames?: Value<boolean>;
  enable_dns_support?: Value<boolean>;
  enable_network_address_usage_metrics?: Value<boolean>;
  instance_tenancy?: Value<string>;
  ipv4_ipam_pool_id?: Value<string>;
  ipv4_netmask_length?: Value<number>;
  ipv6_cidr_block?: Value<string>;
  ipv6_cidr_block_network_border_group?: Value<string>;
  ipv6_ipam_pool_id?: Value<string>;
  ipv6_netmask_length?: Value<number>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsVpcEndpoint {
  auto_accept?: Value<boolean>;
  ip_address_type?: Value<string>;
  policy?: Value<string>;
  private_dns_enabled?: Value<boolean>;
  resource_configuration_arn?: Value<string>;
  route_table_ids?: Value<string[]>;
  security_group_ids?: Value<string[]>;
  service_name?: Value<string>;
  service_network_arn?: Value<string>;
  service_region?: Value<string>;
  subnet_ids?: Value<string[]>;
  tags?: Value<Record<string, string>>;
  tags_all?: Value<Record<string, string>>;
  vpc_endpoint_type?: Value<string>;
  vpc_id: Value<string>;
  dns_options?: AwsVpcEndpointDnsOptions;
  subnet_configuration?: AwsVpcEndpointSubnetConfiguration[];
  timeouts?: AwsVpcEndpointTimeouts;
  dynamic?: {
    dns_options?: {
      for_each: Expression;
      content: AwsVpcEndpointDnsOptions;
    };
    subnet_configuration?: {
      for_each: Expression;
      content: AwsVpcEndpointSubnetConfiguration;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsVpcEndpointDnsOptions {
  dns_record_ip_type?: Value<string>;
  private_dns_only_for_inbound_resolver_endpoint?: Value<boolean>;
}
export interface AwsVpcEndpointSubnetConfiguration {
  ipv4?: Value<string>;
  ipv6?: Value<string>;
  subnet_id?: Value<string>;
}
export interface AwsVpcEndpointTimeouts {
  create?: Value<string>;
  delete?: Value<string>;
  update?: Value<string>;
}
export interface AwsVpcSecurityGroupEgressRule {
  cidr_ipv4?: Value<string>;
  cidr_ipv6?: Value<string>;
  description?: Value<string>;
  from_port?: Value<number>;
  ip_protocol: Value<string>;
  prefix_list_id?: Value<string>;
  referenced_security_group_id?: Value<string>;
  security_group_id: Value<string>;
  tags?: Value<Record<string, string>>;
  to_port?: Value<number>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsVpcSecurityGroupIngressRule {
  cidr_ipv4?: Value<string>;
  cidr_ipv6?: Value<string>;
  description?: Value<string>;
  from_port?: Value<number>;
  ip_protocol: Value<string>;
  prefix_list_id?: Value<string>;
  referenced_security_group_id?: Value<string>;
  security_group_id: Value<string>;
  tags?: Value<Record<string, string>>;
  to_port?: Value<number>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface AwsDataResources {
  aws_acm_certificate?: {
    [k: string]: DataAwsAcmCertificate;
  };
  aws_caller_identity?: {
    [k: string]: DataAwsCallerIdentity;
  };
  aws_cloudwatch_log_groups?: {
    [k: string]: DataAwsCloudwatchLogGroups;
  };
  aws_eks_cluster?: {
    [k: string]: DataAwsEksCluster;
  };
  aws_iam_policy_document?: {
    [k: string]: DataAwsIamPolicyDocument;
  };
  aws_kms_alias?: {
    [k: string]: DataAwsKmsAlias;
  };
  aws_lb?: {
    [k: string]: DataAwsLb;
  };
  aws_lbs?: {
    [k: string]: DataAwsLbs;
  };
  aws_partition?: {
    [k: string]: DataAwsPartition;
  };
  aws_resourcegroupstaggingapi_resources?: {
    [k: string]: DataAwsResourcegroupstaggingapiResources;
  };
  aws_subnets?: {
    [k: string]: DataAwsSubnets;
  };
  aws_vpc?: {
    [k: string]: DataAwsVpc;
  };
}
export interface DataAwsAcmCertificate {
  domain?: Value<string>;
  key_types?: Value<string[]>;
  most_recent?: Value<boolean>;
  statuses?: Value<string[]>;
  tags?: Value<Record<string, string>>;
  types?: Value<string[]>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface DataAwsCallerIdentity {
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface DataAwsCloudwatchLogGroups {
  log_group_name_prefix?: Value<string>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface DataAwsEksCluster {
  name: Value<string>;
  tags?: Value<Record<string, string>>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface DataAwsIamPolicyDocument {
  override_policy_documents?: Value<string[]>;
  policy_id?: Value<string>;
  source_policy_documents?: Value<string[]>;
  version?: Value<string>;
  statement?: DataAwsIamPolicyDocumentStatement[];
  dynamic?: {
    statement?: {
      for_each: Expression;
      content: DataAwsIamPolicyDocumentStatement;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface DataAwsIamPolicyDocumentStatement {
  actions?: Value<string[]>;
  effect?: Value<string>;
  not_actions?: Value<string[]>;
  not_resources?: Value<string[]>;
  resources?: Value<string[]>;
  sid?: Value<string>;
  condition?: DataAwsIamPolicyDocumentStatementCondition[];
  not_principals?: DataAwsIamPolicyDocumentStatementNotPrincipals[];
  principals?: DataAwsIamPolicyDocumentStatementPrincipals[];
  dynamic?: {
    condition?: {
      for_each: Expression;
      content: DataAwsIamPolicyDocumentStatementCondition;
    };
    not_principals?: {
      for_each: Expression;
      content: DataAwsIamPolicyDocumentStatementNotPrincipals;
    };
    principals?: {
      for_each: Expression;
      content: DataAwsIamPolicyDocumentStatementPrincipals;
    };
  };
}
export interface DataAwsIamPolicyDocumentStatementCondition {
  test: Value<string>;
  values: Value<string[]>;
  variable: Value<string>;
}
export interface DataAwsIamPolicyDocumentStatementNotPrincipals {
  identifiers: Value<string[]>;
  type: Value<string>;
}
export interface DataAwsIamPolicyDocumentStatementPrincipals {
  identifiers: Value<string[]>;
  type: Value<string>;
}
export interface DataAwsKmsAlias {
  name: Value<string>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface DataAwsLb {
  arn?: Value<string>;
  name?: Value<string>;
  tags?: Value<Record<string, string>>;
  timeouts?: DataAwsLbTimeouts;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface DataAwsLbTimeouts {
  read?: Value<string>;
}
export interface DataAwsLbs {
  tags?: Value<Record<string, string>>;
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface DataAwsPartition {
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface DataAwsResourcegroupstaggingapiResources {
  exclude_compliant_resources?: Value<boolean>;
  include_compliance_details?: Value<boolean>;
  resource_arn_list?: Value<string[]>;
  resource_type_filters?: Value<string[]>;
  tag_filter?: DataAwsResourcegroupstaggingapiResourcesTagFilter[];
  dynamic?: {
    tag_filter?: {
      for_each: Expression;
      content: DataAwsResourcegroupstaggingapiResourcesTagFilter;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface DataAwsResourcegroupstaggingapiResourcesTagFilter {
  key: Value<string>;
  values?: Value<string[]>;
}
export interface DataAwsSubnets {
  tags?: Value<Record<string, string>>;
  filter?: DataAwsSubnetsFilter[];
  timeouts?: DataAwsSubnetsTimeouts;
  dynamic?: {
    filter?: {
      for_each: Expression;
      content: DataAwsSubnetsFilter;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface DataAwsSubnetsFilter {
  name: Value<string>;
  values: Value<string[]>;
}
export interface DataAwsSubnetsTimeouts {
  read?: Value<string>;
}
export interface DataAwsVpc {
  cidr_block?: Value<string>;
  default?: Value<boolean>;
  dhcp_options_id?: Value<string>;
  state?: Value<string>;
  tags?: Value<Record<string, string>>;
  filter?: DataAwsVpcFilter[];
  timeouts?: DataAwsVpcTimeouts;
  dynamic?: {
    filter?: {
      for_each: Expression;
      content: DataAwsVpcFilter;
    };
  };
  count?: Value<number>;
  for_each?: Value<Record<string, unknown>>;
  provider?: Expression;
  depends_on?: Expression[];
  lifecycle?: Lifecycle;
}
export interface DataAwsVpcFilter {
  name: Value<string>;
  values: Value<string[]>;
}
export interface DataAwsVpcTimeouts {
  read?: Value<string>;
}
export interface AwsAcmCertificateAttributes { arn: string; certificate_authority_arn: string; certificate_body: string; certificate_chain: string; domain_name: string; domain_validation_options: ReadonlySet<{ domain_name: string; resource_record_name: string; resource_record_type: string; resource_record_value: string }>; early_renewal_duration: string; id: string; key_algorithm: string; not_after: string; not_before: string; pending_renewal: boolean; private_key: string; renewal_eligibility: string; renewal_summary: { renewal_status: string; renewal_status_reason: string; updated_at: string }[]; status: string; subject_alternative_names: ReadonlySet<string>; tags: Record<string, string>; tags_all: Record<string, string>; type: string; validation_emails: string[]; validation_method: string; options: [{ certificate_transparency_logging_preference: string }]; validation_option: ReadonlySet<{ domain_name: string; validation_domain: string }> }
export interface AwsCloudwatchEventRuleAttributes { arn: string; description: string; event_bus_name: string; event_pattern: string; force_destroy: boolean; id: string; name: string; name_prefix: string; role_arn: string; schedule_expression: string; state: string; tags: Record<string, string>; tags_all: Record<string, string> }
export interface AwsCloudwatchLogGroupAttributes { arn: string; id: string; kms_key_id: string; log_group_class: string; name: string; name_prefix: string; retention_in_days: number; skip_destroy: boolean; tags: Record<string, string>; tags_all: Record<string, string> }
export interface AwsCloudwatchMetricAlarmAttributes { actions_enabled: boolean; alarm_actions: ReadonlySet<string>; alarm_description: string; alarm_name: string; arn: string; comparison_operator: string; datapoints_to_alarm: number; dimensions: Record<string, string>; evaluate_low_sample_count_percentiles: string; evaluation_periods: number; extended_statistic: string; id: string; insufficient_data_actions: ReadonlySet<string>; metric_name: string; namespace: string; ok_actions: ReadonlySet<string>; period: number; statistic: string; tags: Record<string, string>; tags_all: Record<string, string>; threshold: number; threshold_metric_id: string; treat_missing_data: string; unit: string; metric_query: ReadonlySet<{ account_id: string; expression: string; id: string; label: string; period: number; return_data: boolean; metric: [{ dimensions: Record<string, string>; metric_name: string; namespace: string; period: number; stat: string; unit: string }] }> }
export interface AwsDefaultSecurityGroupAttributes { arn: string; description: string; egress: ReadonlySet<{ cidr_blocks: string[]; from_port: number; ipv6_cidr_blocks: string[]; prefix_list_ids: string[]; protocol: string; security_groups: ReadonlySet<string>; self: boolean; to_port: number }>; id: string; ingress: ReadonlySet<{ cidr_blocks: string[]; from_port: number; ipv6_cidr_blocks: string[]; prefix_list_ids: string[]; protocol: string; security_groups: ReadonlySet<string>; self: boolean; to_port: number }>; name: string; name_prefix: string; owner_id: string; revoke_rules_on_delete: boolean; tags: Record<string, string>; tags_all: Record<string, string>; vpc_id: string }
export interface AwsEcrLifecyclePolicyAttributes { id: string; policy: string; registry_id: string; repository: string }
export interface AwsEcrRepositoryAttributes { arn: string; force_delete: boolean; id: string; image_tag_mutability: string; name: string; registry_id: string; repository_url: string; tags: Record<string, string>; tags_all: Record<string, string>; encryption_configuration: { encryption_type: string; kms_key: string }[]; image_scanning_configuration: [{ scan_on_push: boolean }]; timeouts: { delete: string } }
export interface AwsEcsClusterAttributes { arn: string; id: string; name: string; tags: Record<string, string>; tags_all: Record<string, string>; configuration: [{ execute_command_configuration: [{ kms_key_id: string; logging: string; log_configuration: [{ cloud_watch_encryption_enabled: boolean; cloud_watch_log_group_name: string; s3_bucket_encryption_enabled: boolean; s3_bucket_name: string; s3_key_prefix: string }] }]; managed_storage_configuration: [{ fargate_ephemeral_storage_kms_key_id: string; kms_key_id: string }] }]; service_connect_defaults: [{ namespace: string }]; setting: ReadonlySet<{ name: string; value: string }> }
export interface AwsEcsServiceAttributes { availability_zone_rebalancing: string; cluster: string; deployment_maximum_percent: number; deployment_minimum_healthy_percent: number; desired_count: number; enable_ecs_managed_tags: boolean; enable_execute_command: boolean; force_delete: boolean; force_new_deployment: boolean; health_check_grace_period_seconds: number; iam_role: string; id: string; launch_type: string; name: string; platform_version: string; propagate_tags: string; scheduling_strategy: string; tags: Record<string, string>; tags_all: Record<string, string>; task_definition: string; triggers: Record<string, string>; wait_for_steady_state: boolean; alarms: [{ alarm_names: ReadonlySet<string>; enable: boolean; rollback: boolean }]; capacity_provider_strategy: ReadonlySet<{ base: number; capacity_provider: string; weight: number }>; deployment_circuit_breaker: [{ enable: boolean; rollback: boolean }]; deployment_controller: [{ type: string }]; load_balancer: ReadonlySet<{ container_name: string; container_port: number; elb_name: string; target_group_arn: string }>; network_configuration: [{ assign_public_ip: boolean; security_groups: ReadonlySet<string>; subnets: ReadonlySet<string> }]; ordered_placement_strategy: { field: string; type: string }[]; placement_constraints: ReadonlySet<{ expression: string; type: string }>; service_connect_configuration: [{ enabled: boolean; namespace: string; log_configuration: [{ log_driver: string; options: Record<string, string>; secret_option: { name: string; value_from: string }[] }]; service: { discovery_name: string; ingress_port_override: number; port_name: string; client_alias: [{ dns_name: string; port: number }]; timeout: [{ idle_timeout_seconds: number; per_request_timeout_seconds: number }]; tls: [{ kms_key: string; role_arn: string; issuer_cert_authority: [{ aws_pca_authority_arn: string }] }] }[] }]; service_registries: [{ container_name: string; container_port: number; port: number; registry_arn: string }]; timeouts: { create: string; delete: string; update: string }; volume_configuration: [{ name: string; managed_ebs_volume: [{ encrypted: boolean; file_system_type: string; iops: number; kms_key_id: string; role_arn: string; size_in_gb: number; snapshot_id: string; throughput: number; volume_initialization_rate: number; volume_type: string; tag_specifications: { propagate_tags: string; resource_type: string; tags: Record<string, string> }[] }] }]; vpc_lattice_configurations: ReadonlySet<{ port_name: string; role_arn: string; target_group_arn: string }> }
export interface AwsEcsTaskDefinitionAttributes { arn: string; arn_without_revision: string; container_definitions: string; cpu: string; enable_fault_injection: boolean; execution_role_arn: string; family: string; id: string; ipc_mode: string; memory: string; network_mode: string; pid_mode: string; requires_compatibilities: ReadonlySet<string>; revision: number; skip_destroy: boolean; tags: Record<string, string>; tags_all: Record<string, string>; task_role_arn: string; track_latest: boolean; ephemeral_storage: [{ size_in_gib: number }]; inference_accelerator: ReadonlySet<{ device_name: string; device_type: string }>; placement_constraints: ReadonlySet<{ expression: string; type: string }>; proxy_configuration: [{ container_name: string; properties: Record<string, string>; type: string }]; runtime_platform: [{ cpu_architecture: string; operating_system_family: string }]; volume: ReadonlySet<{ configure_at_launch: boolean; host_path: string; name: string; docker_volume_configuration: [{ autoprovision: boolean; driver: string; driver_opts: Record<string, string>; labels: Record<string, string>; scope: string }]; efs_volume_configuration: [{ file_system_id: string; root_directory: string; transit_encryption: string; transit_encryption_port: number; authorization_config: [{ access_point_id: string; iam: string }] }]; fsx_windows_file_server_volume_configuration: [{ file_system_id: string; root_directory: string; authorization_config: [{ credentials_parameter: string; domain: string }] }] }> }
export interface AwsEipAttributes { address: string; allocation_id: string; arn: string; associate_with_private_ip: string; association_id: string; carrier_ip: string; customer_owned_ip: string; customer_owned_ipv4_pool: string; domain: string; id: string; instance: string; ipam_pool_id: string; network_border_group: string; network_interface: string; private_dns: string; private_ip: string; ptr_record: string; public_dns: string; public_ip: string; public_ipv4_pool: string; tags: Record<string, string>; tags_all: Record<string, string>; timeouts: { delete: string; read: string; update: string } }
export interface AwsEksAccessEntryAttributes { access_entry_arn: string; cluster_name: string; created_at: string; id: string; kubernetes_groups: ReadonlySet<string>; modified_at: string; principal_arn: string; tags: Record<string, string>; tags_all: Record<string, string>; type: string; user_name: string; timeouts: { create: string; delete: string } }
export interface AwsEksAccessPolicyAssociationAttributes { associated_at: string; cluster_name: string; id: string; modified_at: string; policy_arn: string; principal_arn: string; access_scope: [{ namespaces: ReadonlySet<string>; type: string }]; timeouts: { create: string; delete: string } }
export interface AwsEksAddonAttributes { addon_name: string; addon_version: string; arn: string; cluster_name: string; configuration_values: string; created_at: string; id: string; modified_at: string; preserve: boolean; resolve_conflicts_on_create: string; resolve_conflicts_on_update: string; service_account_role_arn: string; tags: Record<string, string>; tags_all: Record<string, string>; pod_identity_association: ReadonlySet<{ role_arn: string; service_account: string }>; timeouts: { create: string; delete: string; update: string } }
export interface AwsEksClusterAttributes { arn: string; bootstrap_self_managed_addons: boolean; certificate_authority: { data: string }[]; cluster_id: string; created_at: string; enabled_cluster_log_types: ReadonlySet<string>; endpoint: string; force_update_version: boolean; id: string; identity: { oidc: { issuer: string }[] }[]; name: string; platform_version: string; role_arn: string; status: string; tags: Record<string, string>; tags_all: Record<string, string>; version: string; access_config: [{ authentication_mode: string; bootstrap_cluster_creator_admin_permissions: boolean }]; compute_config: [{ enabled: boolean; node_pools: ReadonlySet<string>; node_role_arn: string }]; encryption_config: [{ resources: ReadonlySet<string>; provider: [{ key_arn: string }] }]; kubernetes_network_config: [{ ip_family: string; service_ipv4_cidr: string; service_ipv6_cidr: string; elastic_load_balancing: [{ enabled: boolean }] }]; outpost_config: [{ control_plane_instance_type: string; outpost_arns: ReadonlySet<string>; control_plane_placement: [{ group_name: string }] }]; remote_network_config: [{ remote_node_networks: [{ cidrs: ReadonlySet<string> }]; remote_pod_networks: [{ cidrs: ReadonlySet<string> }] }]; storage_config: [{ block_storage: [{ enabled: boolean }] }]; timeouts: { create: string; delete: string; update: string }; upgrade_policy: [{ support_type: string }]; vpc_config: [{ cluster_security_group_id: string; endpoint_private_access: boolean; endpoint_public_access: boolean; public_access_cidrs: ReadonlySet<string>; security_group_ids: ReadonlySet<string>; subnet_ids: ReadonlySet<string>; vpc_id: string }]; zonal_shift_config: [{ enabled: boolean }] }
export interface AwsEksPodIdentityAssociationAttributes { association_arn: string; association_id: string; cluster_name: string; id: string; namespace: string; role_arn: string; service_account: string; tags: Record<string, string>; tags_all: Record<string, string> }
export interface AwsFlowLogAttributes { arn: string; deliver_cross_account_role: string; eni_id: string; iam_role_arn: string; id: string; log_destination: string; log_destination_type: string; log_format: string; max_aggregation_interval: number; subnet_id: string; tags: Record<string, string>; tags_all: Record<string, string>; traffic_type: string; transit_gateway_attachment_id: string; transit_gateway_id: string; vpc_id: string; destination_options: [{ file_format: string; hive_compatible_partitions: boolean; per_hour_partition: boolean }] }
export interface AwsIamOpenidConnectProviderAttributes { arn: string; client_id_list: ReadonlySet<string>; id: string; tags: Record<string, string>; tags_all: Record<string, string>; thumbprint_list: string[]; url: string }
export interface AwsIamRoleAttributes { arn: string; assume_role_policy: string; create_date: string; description: string; force_detach_policies: boolean; id: string; max_session_duration: number; name: string; name_prefix: string; path: string; permissions_boundary: string; tags: Record<string, string>; tags_all: Record<string, string>; unique_id: string; inline_policy: ReadonlySet<{ name: string; policy: string }> }
export interface AwsIamRolePolicyAttributes { id: string; name: string; name_prefix: string; policy: string; role: string }
export interface AwsIamRolePolicyAttachmentAttributes { id: string; policy_arn: string; role: string }
export interface AwsInternetGatewayAttributes { arn: string; id: string; owner_id: string; tags: Record<string, string>; tags_all: Record<string, string>; vpc_id: string; timeouts: { create: string; delete: string; update: string } }
export interface AwsKmsAliasAttributes { arn: string; id: string; name: string; name_prefix: string; target_key_arn: string; target_key_id: string }
export interface AwsKmsKeyAttributes { arn: string; bypass_policy_lockout_safety_check: boolean; custom_key_store_id: string; customer_master_key_spec: string; deletion_window_in_days: number; description: string; enable_key_rotation: boolean; id: string; is_enabled: boolean; key_id: string; key_usage: string; multi_region: boolean; policy: string; rotation_period_in_days: number; tags: Record<string, string>; tags_all: Record<string, string>; xks_key_id: string; timeouts: { create: string } }
export interface AwsNatGatewayAttributes { allocation_id: string; association_id: string; connectivity_type: string; id: string; network_interface_id: string; private_ip: string; public_ip: string; secondary_allocation_ids: ReadonlySet<string>; secondary_private_ip_address_count: number; secondary_private_ip_addresses: ReadonlySet<string>; subnet_id: string; tags: Record<string, string>; tags_all: Record<string, string>; timeouts: { create: string; delete: string; update: string } }
export interface AwsRouteAttributes { carrier_gateway_id: string; core_network_arn: string; destination_cidr_block: string; destination_ipv6_cidr_block: string; destination_prefix_list_id: string; egress_only_gateway_id: string; gateway_id: string; id: string; instance_id: string; instance_owner_id: string; local_gateway_id: string; nat_gateway_id: string; network_interface_id: string; origin: string; route_table_id: string; state: string; transit_gateway_id: string; vpc_endpoint_id: string; vpc_peering_connection_id: string; timeouts: { create: string; delete: string; update: string } }
export interface AwsRoute53HealthCheckAttributes { arn: string; child_health_threshold: number; child_healthchecks: ReadonlySet<string>; cloudwatch_alarm_name: string; cloudwatch_alarm_region: string; disabled: boolean; enable_sni: boolean; failure_threshold: number; fqdn: string; id: string; insufficient_data_health_status: string; invert_healthcheck: boolean; ip_address: string; measure_latency: boolean; port: number; reference_name: string; regions: ReadonlySet<string>; request_interval: number; resource_path: string; routing_control_arn: string; search_string: string; tags: Record<string, string>; tags_all: Record<string, string>; triggers: Record<string, string>; type: string }
export interface AwsRoute53RecordAttributes { allow_overwrite: boolean; fqdn: string; health_check_id: string; id: string; multivalue_answer_routing_policy: boolean; name: string; records: ReadonlySet<string>; set_identifier: string; ttl: number; type: string; zone_id: string; alias: [{ evaluate_target_health: boolean; name: string; zone_id: string }]; cidr_routing_policy: [{ collection_id: string; location_name: string }]; failover_routing_policy: [{ type: string }]; geolocation_routing_policy: [{ continent: string; country: string; subdivision: string }]; geoproximity_routing_policy: [{ aws_region: string; bias: number; local_zone_group: string; coordinates: ReadonlySet<{ latitude: string; longitude: string }> }]; latency_routing_policy: [{ region: string }]; timeouts: { create: string; delete: string; update: string }; weighted_routing_policy: [{ weight: number }] }
export interface AwsRoute53ZoneAttributes { arn: string; comment: string; delegation_set_id: string; force_destroy: boolean; id: string; name: string; name_servers: string[]; primary_name_server: string; tags: Record<string, string>; tags_all: Record<string, string>; zone_id: string; timeouts: { create: string; delete: string; update: string }; vpc: ReadonlySet<{ vpc_id: string; vpc_region: string }> }
export interface AwsRouteTableAttributes { arn: string; id: string; owner_id: string; propagating_vgws: ReadonlySet<string>; route: ReadonlySet<{ carrier_gateway_id: string; cidr_block: string; core_network_arn: string; destination_prefix_list_id: string; egress_only_gateway_id: string; gateway_id: string; ipv6_cidr_block: string; local_gateway_id: string; nat_gateway_id: string; network_interface_id: string; transit_gateway_id: string; vpc_endpoint_id: string; vpc_peering_connection_id: string }>; tags: Record<string, string>; tags_all: Record<string, string>; vpc_id: string; timeouts: { create: string; delete: string; update: string } }
export interface AwsRouteTableAssociationAttributes { gateway_id: string; id: string; route_table_id: string; subnet_id: string; timeouts: { create: string; delete: string; update: string } }
export interface AwsS3BucketAttributes { arn: string; bucket: string; bucket_domain_name: string; bucket_prefix: string; bucket_regional_domain_name: string; force_destroy: boolean; hosted_zone_id: string; id: string; object_lock_enabled: boolean; region: string; tags: Record<string, string>; tags_all: Record<string, string>; cors_rule: { allowed_headers: string[]; allowed_methods: string[]; allowed_origins: string[]; expose_headers: string[]; max_age_seconds: number }[]; grant: ReadonlySet<{ id: string; permissions: ReadonlySet<string>; type: string; uri: string }>; lifecycle_rule: { abort_incomplete_multipart_upload_days: number; enabled: boolean; id: string; prefix: string; tags: Record<string, string>; expiration: [{ date: string; days: number; expired_object_delete_marker: boolean }]; noncurrent_version_expiration: [{ days: number }]; noncurrent_version_transition: ReadonlySet<{ days: number; storage_class: string }>; transition: ReadonlySet<{ date: string; days: number; storage_class: string }> }[]; logging: [{ target_bucket: string; target_prefix: string }]; object_lock_configuration: [{ rule: [{ default_retention: [{ days: number; mode: string; years: number }] }] }]; replication_configuration: [{ role: string; rules: ReadonlySet<{ delete_marker_replication_status: string; id: string; prefix: string; priority: number; status: string; destination: [{ account_id: string; bucket: string; replica_kms_key_id: string; storage_class: string; access_control_translation: [{ owner: string }]; metrics: [{ minutes: number; status: string }]; replication_time: [{ minutes: number; status: string }] }]; filter: [{ prefix: string; tags: Record<string, string> }]; source_selection_criteria: [{ sse_kms_encrypted_objects: [{ enabled: boolean }] }] }> }]; server_side_encryption_configuration: [{ rule: [{ bucket_key_enabled: boolean; apply_server_side_encryption_by_default: [{ kms_master_key_id: string; sse_algorithm: string }] }] }]; timeouts: { create: string; delete: string; read: string; update: string }; versioning: [{ enabled: boolean; mfa_delete: boolean }]; website: [{ error_document: string; index_document: string; redirect_all_requests_to: string; routing_rules: string }] }
export interface AwsS3BucketLifecycleConfigurationAttributes { bucket: string; expected_bucket_owner: string; transition_default_minimum_object_size: string; rule: { id: string; status: string; abort_incomplete_multipart_upload: { days_after_initiation: number }[]; expiration: { date: string; days: number; expired_object_delete_marker: boolean }[]; filter: { object_size_greater_than: number; object_size_less_than: number; prefix: string; and: { object_size_greater_than: number; object_size_less_than: number; prefix: string; tags: Record<string, string> }[]; tag: { key: string; value: string }[] }[]; noncurrent_version_expiration: { newer_noncurrent_versions: number; noncurrent_days: number }[]; noncurrent_version_transition: ReadonlySet<{ newer_noncurrent_versions: number; noncurrent_days: number; storage_class: string }>; transition: ReadonlySet<{ date: string; days: number; storage_class: string }> }[]; timeouts: { create: string; update: string } }
export interface AwsS3BucketOwnershipControlsAttributes { bucket: string; id: string; rule: [{ object_ownership: string }] }
export interface AwsS3BucketPolicyAttributes { bucket: string; id: string; policy: string }
export interface AwsS3BucketPublicAccessBlockAttributes { block_public_acls: boolean; block_public_policy: boolean; bucket: string; id: string; ignore_public_acls: boolean; restrict_public_buckets: boolean }
export interface AwsS3BucketServerSideEncryptionConfigurationAttributes { bucket: string; expected_bucket_owner: string; id: string; rule: ReadonlySet<{ bucket_key_enabled: boolean; apply_server_side_encryption_by_default: [{ kms_master_key_id: string; sse_algorithm: string }] }> }
export interface AwsS3BucketVersioningAttributes { bucket: string; expected_bucket_owner: string; id: string; mfa: string; versioning_configuration: [{ mfa_delete: string; status: string }] }
export interface AwsSecretsmanagerSecretAttributes { arn: string; description: string; force_overwrite_replica_secret: boolean; id: string; kms_key_id: string; name: string; name_prefix: string; policy: string; recovery_window_in_days: number; tags: Record<string, string>; tags_all: Record<string, string>; replica: ReadonlySet<{ kms_key_id: string; last_accessed_date: string; region: string; status: string; status_message: string }> }
export interface AwsSecurityGroupAttributes { arn: string; description: string; egress: ReadonlySet<{ cidr_blocks: string[]; from_port: number; ipv6_cidr_blocks: string[]; prefix_list_ids: string[]; protocol: string; security_groups: ReadonlySet<string>; self: boolean; to_port: number }>; id: string; ingress: ReadonlySet<{ cidr_blocks: string[]; from_port: number; ipv6_cidr_blocks: string[]; prefix_list_ids: string[]; protocol: string; security_groups: ReadonlySet<string>; self: boolean; to_port: number }>; name: string; name_prefix: string; owner_id: string; revoke_rules_on_delete: boolean; tags: Record<string, string>; tags_all: Record<string, string>; vpc_id: string; timeouts: { create: string; delete: string } }
export interface AwsSnsTopicAttributes { application_failure_feedback_role_arn: string; application_success_feedback_role_arn: string; application_success_feedback_sample_rate: number; archive_policy: string; arn: string; beginning_archive_time: string; content_based_deduplication: boolean; delivery_policy: string; display_name: string; fifo_throughput_scope: string; fifo_topic: boolean; firehose_failure_feedback_role_arn: string; firehose_success_feedback_role_arn: string; firehose_success_feedback_sample_rate: number; http_failure_feedback_role_arn: string; http_success_feedback_role_arn: string; http_success_feedback_sample_rate: number; id: string; kms_master_key_id: string; lambda_failure_feedback_role_arn: string; lambda_success_feedback_role_arn: string; lambda_success_feedback_sample_rate: number; name: string; name_prefix: string; owner: string; policy: string; signature_version: number; sqs_failure_feedback_role_arn: string; sqs_success_feedback_role_arn: string; sqs_success_feedback_sample_rate: number; tags: Record<string, string>; tags_all: Record<string, string>; tracing_config: string }
export interface AwsSnsTopicPolicyAttributes { arn: string; id: string; owner: string; policy: string }
export interface AwsSnsTopicSubscriptionAttributes { arn: string; confirmation_timeout_in_minutes: number; confirmation_was_authenticated: boolean; delivery_policy: string; endpoint: string; endpoint_auto_confirms: boolean; filter_policy: string; filter_policy_scope: string; id: string; owner_id: string; pending_confirmation: boolean; protocol: string; raw_message_delivery: boolean; redrive_policy: string; replay_policy: string; subscription_role_arn: string; topic_arn: string }
export interface AwsSubnetAttributes { arn: string; assign_ipv6_address_on_creation: boolean; availability_zone: string; availability_zone_id: string; cidr_block: string; customer_owned_ipv4_pool: string; enable_dns64: boolean; enable_lni_at_device_index: number; enable_resource_name_dns_a_record_on_launch: boolean; enable_resource_name_dns_aaaa_record_on_launch: boolean; id: string; ipv6_cidr_block: string; ipv6_cidr_block_association_id: string; ipv6_native: boolean; map_customer_owned_ip_on_launch: boolean; map_public_ip_on_launch: boolean; outpost_arn: string; owner_id: string; private_dns_hostname_type_on_launch: string; tags: Record<string, string>; tags_all: Record<string, string>; vpc_id: string; timeouts: { create: string; delete: string } }
export interface AwsVpcAttributes { arn: string; assign_generated_ipv6_cidr_block: boolean; cidr_block: string; default_network_acl_id: string; default_route_table_id: string; default_security_group_id: string; dhcp_options_id: string; enable_dns_hostnames: boolean; enable_dns_support: boolean; enable_network_address_usage_metrics: boolean; id: string; instance_tenancy: string; ipv4_ipam_pool_id: string; ipv4_netmask_length: number; ipv6_association_id: string; ipv6_cidr_block: string; ipv6_cidr_block_network_border_group: string; ipv6_ipam_pool_id: string; ipv6_netmask_length: number; main_route_table_id: string; owner_id: string; tags: Record<string, string>; tags_all: Record<string, string> }
export interface AwsVpcEndpointAttributes { arn: string; auto_accept: boolean; cidr_blocks: string[]; dns_entry: { dns_name: string; hosted_zone_id: string }[]; id: string; ip_address_type: string; network_interface_ids: ReadonlySet<string>; owner_id: string; policy: string; prefix_list_id: string; private_dns_enabled: boolean; requester_managed: boolean; resource_configuration_arn: string; route_table_ids: ReadonlySet<string>; security_group_ids: ReadonlySet<string>; service_name: string; service_network_arn: string; service_region: string; state: string; subnet_ids: ReadonlySet<string>; tags: Record<string, string>; tags_all: Record<string, string>; vpc_endpoint_type: string; vpc_id: string; dns_options: [{ dns_record_ip_type: string; private_dns_only_for_inbound_resolver_endpoint: boolean }]; subnet_configuration: ReadonlySet<{ ipv4: string; ipv6: string; subnet_id: string }>; timeouts: { create: string; delete: string; update: string } }
export interface AwsVpcSecurityGroupEgressRuleAttributes { arn: string; cidr_ipv4: string; cidr_ipv6: string; description: string; from_port: number; id: string; ip_protocol: string; prefix_list_id: string; referenced_security_group_id: string; security_group_id: string; security_group_rule_id: string; tags: Record<string, string>; tags_all: Record<string, string>; to_port: number }
export interface AwsVpcSecurityGroupIngressRuleAttributes { arn: string; cidr_ipv4: string; cidr_ipv6: string; description: string; from_port: number; id: string; ip_protocol: string; prefix_list_id: string; referenced_security_group_id: string; security_group_id: string; security_group_rule_id: string; tags: Record<string, string>; tags_all: Record<string, string>; to_port: number }
export interface AwsAttributes { aws_acm_certificate: AwsAcmCertificateAttributes; aws_cloudwatch_event_rule: AwsCloudwatchEventRuleAttributes; aws_cloudwatch_log_group: AwsCloudwatchLogGroupAttributes; aws_cloudwatch_metric_alarm: AwsCloudwatchMetricAlarmAttributes; aws_default_security_group: AwsDefaultSecurityGroupAttributes; aws_ecr_lifecycle_policy: AwsEcrLifecyclePolicyAttributes; aws_ecr_repository: AwsEcrRepositoryAttributes; aws_ecs_cluster: AwsEcsClusterAttributes; aws_ecs_service: AwsEcsServiceAttributes; aws_ecs_task_definition: AwsEcsTaskDefinitionAttributes; aws_eip: AwsEipAttributes; aws_eks_access_entry: AwsEksAccessEntryAttributes; aws_eks_access_policy_association: AwsEksAccessPolicyAssociationAttributes; aws_eks_addon: AwsEksAddonAttributes; aws_eks_cluster: AwsEksClusterAttributes; aws_eks_pod_identity_association: AwsEksPodIdentityAssociationAttributes; aws_flow_log: AwsFlowLogAttributes; aws_iam_openid_connect_provider: AwsIamOpenidConnectProviderAttributes; aws_iam_role: AwsIamRoleAttributes; aws_iam_role_policy: AwsIamRolePolicyAttributes; aws_iam_role_policy_attachment: AwsIamRolePolicyAttachmentAttributes; aws_internet_gateway: AwsInternetGatewayAttributes; aws_kms_alias: AwsKmsAliasAttributes; aws_kms_key: AwsKmsKeyAttributes; aws_nat_gateway: AwsNatGatewayAttributes; aws_route: AwsRouteAttributes; aws_route53_health_check: AwsRoute53HealthCheckAttributes; aws_route53_record: AwsRoute53RecordAttributes; aws_route53_zone: AwsRoute53ZoneAttributes; aws_route_table: AwsRouteTableAttributes; aws_route_table_association: AwsRouteTableAssociationAttributes; aws_s3_bucket: AwsS3BucketAttributes; aws_s3_bucket_lifecycle_configuration: AwsS3BucketLifecycleConfigurationAttributes; aws_s3_bucket_ownership_controls: AwsS3BucketOwnershipControlsAttributes; aws_s3_bucket_policy: AwsS3BucketPolicyAttributes; aws_s3_bucket_public_access_block: AwsS3BucketPublicAccessBlockAttributes; aws_s3_bucket_server_side_encryption_configuration: AwsS3BucketServerSideEncryptionConfigurationAttributes; aws_s3_bucket_versioning: AwsS3BucketVersioningAttributes; aws_secretsmanager_secret: AwsSecretsmanagerSecretAttributes; aws_security_group: AwsSecurityGroupAttributes; aws_sns_topic: AwsSnsTopicAttributes; aws_sns_topic_policy: AwsSnsTopicPolicyAttributes; aws_sns_topic_subscription: AwsSnsTopicSubscriptionAttributes; aws_subnet: AwsSubnetAttributes; aws_vpc: AwsVpcAttributes; aws_vpc_endpoint: AwsVpcEndpointAttributes; aws_vpc_security_group_egress_rule: AwsVpcSecurityGroupEgressRuleAttributes; aws_vpc_security_group_ingress_rule: AwsVpcSecurityGroupIngressRuleAttributes }
export interface DataAwsAcmCertificateAttributes { arn: string; certificate: string; certificate_chain: string; domain: string; id: string; key_types: ReadonlySet<string>; most_recent: boolean; status: string; statuses: string[]; tags: Record<string, string>; types: string[] }
export interface DataAwsCallerIdentityAttributes { account_id: string; arn: string; id: string; user_id: string }
export interface DataAwsCloudwatchLogGroupsAttributes { arns: ReadonlySet<string>; id: string; log_group_name_prefix: string; log_group_names: ReadonlySet<string> }
export interface DataAwsEksClusterAttributes { access_config: { authentication_mode: string; bootstrap_cluster_creator_admin_permissions: boolean }[]; arn: string; certificate_authority: { data: string }[]; cluster_id: string; compute_config: { enabled: boolean; node_pools: ReadonlySet<string>; node_role_arn: string }[]; created_at: string; enabled_cluster_log_types: ReadonlySet<string>; endpoint: string; id: string; identity: { oidc: { issuer: string }[] }[]; kubernetes_network_config: { elastic_load_balancing: { enabled: boolean }[]; ip_family: string; service_ipv4_cidr: string; service_ipv6_cidr: string }[]; name: string; outpost_config: { control_plane_instance_type: string; control_plane_placement: { group_name: string }[]; outpost_arns: ReadonlySet<string> }[]; platform_version: string; remote_network_config: { remote_node_networks: { cidrs: ReadonlySet<string> }[]; remote_pod_networks: { cidrs: ReadonlySet<string> }[] }[]; role_arn: string; status: string; storage_config: { block_storage: { enabled: boolean }[] }[]; tags: Record<string, string>; upgrade_policy: { support_type: string }[]; version: string; vpc_config: { cluster_security_group_id: string; endpoint_private_access: boolean; endpoint_public_access: boolean; public_access_cidrs: ReadonlySet<string>; security_group_ids: ReadonlySet<string>; subnet_ids: ReadonlySet<string>; vpc_id: string }[]; zonal_shift_config: { enabled: boolean }[] }
export interface DataAwsIamPolicyDocumentAttributes { id: string; json: string; minified_json: string; override_policy_documents: string[]; policy_id: string; source_policy_documents: string[]; version: string; statement: { actions: ReadonlySet<string>; effect: string; not_actions: ReadonlySet<string>; not_resources: ReadonlySet<string>; resources: ReadonlySet<string>; sid: string; condition: ReadonlySet<{ test: string; values: string[]; variable: string }>; not_principals: ReadonlySet<{ identifiers: ReadonlySet<string>; type: string }>; principals: ReadonlySet<{ identifiers: ReadonlySet<string>; type: string }> }[] }
export interface DataAwsKmsAliasAttributes { arn: string; id: string; name: string; target_key_arn: string; target_key_id: string }
export interface DataAwsLbAttributes { access_logs: { bucket: string; enabled: boolean; prefix: string }[]; arn: string; arn_suffix: string; client_keep_alive: number; connection_logs: { bucket: string; enabled: boolean; prefix: string }[]; customer_owned_ipv4_pool: string; desync_mitigation_mode: string; dns_name: string; dns_record_client_routing_policy: string; drop_invalid_header_fields: boolean; enable_cross_zone_load_balancing: boolean; enable_deletion_protection: boolean; enable_http2: boolean; enable_tls_version_and_cipher_suite_headers: boolean; enable_waf_fail_open: boolean; enable_xff_client_port: boolean; enable_zonal_shift: boolean; enforce_security_group_inbound_rules_on_private_link_traffic: string; id: string; idle_timeout: number; internal: boolean; ip_address_type: string; ipam_pools: { ipv4_ipam_pool_id: string }[]; load_balancer_type: string; name: string; preserve_host_header: boolean; security_groups: ReadonlySet<string>; subnet_mapping: ReadonlySet<{ allocation_id: string; ipv6_address: string; outpost_id: string; private_ipv4_address: string; subnet_id: string }>; subnets: ReadonlySet<string>; tags: Record<string, string>; vpc_id: string; xff_header_processing_mode: string; zone_id: string; timeouts: { read: string } }
export interface DataAwsLbsAttributes { arns: ReadonlySet<string>; id: string; tags: Record<string, string> }
export interface DataAwsPartitionAttributes { dns_suffix: string; id: string; partition: string; reverse_dns_prefix: string }
export interface DataAwsResourcegroupstaggingapiResourcesAttributes { exclude_compliant_resources: boolean; id: string; include_compliance_details: boolean; resource_arn_list: ReadonlySet<string>; resource_tag_mapping_list: { compliance_details: { compliance_status: boolean; keys_with_noncompliant_values: ReadonlySet<string>; non_compliant_keys: ReadonlySet<string> }[]; resource_arn: string; tags: Record<string, string> }[]; resource_type_filters: ReadonlySet<string>; tag_filter: { key: string; values: ReadonlySet<string> }[] }
export interface DataAwsSubnetsAttributes { id: string; ids: string[]; tags: Record<string, string>; filter: ReadonlySet<{ name: string; values: ReadonlySet<string> }>; timeouts: { read: string } }
export interface DataAwsVpcAttributes { arn: string; cidr_block: string; cidr_block_associations: { association_id: string; cidr_block: string; state: string }[]; default: boolean; dhcp_options_id: string; enable_dns_hostnames: boolean; enable_dns_support: boolean; enable_network_address_usage_metrics: boolean; id: string; instance_tenancy: string; ipv6_association_id: string; ipv6_cidr_block: string; main_route_table_id: string; owner_id: string; state: string; tags: Record<string, string>; filter: ReadonlySet<{ name: string; values: ReadonlySet<string> }>; timeouts: { read: string } }
export interface DataAwsAttributes { aws_acm_certificate: DataAwsAcmCertificateAttributes; aws_caller_identity: DataAwsCallerIdentityAttributes; aws_cloudwatch_log_groups: DataAwsCloudwatchLogGroupsAttributes; aws_eks_cluster: DataAwsEksClusterAttributes; aws_iam_policy_document: DataAwsIamPolicyDocumentAttributes; aws_kms_alias: DataAwsKmsAliasAttributes; aws_lb: DataAwsLbAttributes; aws_lbs: DataAwsLbsAttributes; aws_partition: DataAwsPartitionAttributes; aws_resourcegroupstaggingapi_resources: DataAwsResourcegroupstaggingapiResourcesAttributes; aws_subnets: DataAwsSubnetsAttributes; aws_vpc: DataAwsVpcAttributes }
