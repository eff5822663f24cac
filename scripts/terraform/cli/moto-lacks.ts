/** Settings that moto takes and forgets, so that a plan would set them again. */
export const motoForgets: Record<string, string[]> = {
  aws_ecs_service: ['availability_zone_rebalancing'],
}
