import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../../system/run.ts'
import { pauseImage } from '../build-pause.ts'
import { network, runFolder } from '../places.ts'
import type { Stage } from '../stage.ts'
import type { Program } from './program.ts'

const [configFile, networks, hosts] = ['containerd.toml', 'networks', 'hosts'].map(name => join(runFolder, name)) as [
  string,
  string,
  string,
]

/** Where Debian keeps the plugins of the container network, or everybody else. */
export const networkPlugins = () => ['/usr/lib/cni', '/opt/cni/bin'].find(folder => existsSync(join(folder, 'bridge')))

export const containerd = ({ registry, enter }: Stage): Program => ({
  name: 'containerd',
  files: {
    [configFile]: `version = 2
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "${pauseImage}"
  restrict_oom_score_adj = true
[plugins."io.containerd.grpc.v1.cri".cni]
  bin_dir = "${networkPlugins()}"
  conf_dir = "${networks}"
[plugins."io.containerd.grpc.v1.cri".registry]
  config_path = "${hosts}"
`,
    [join(networks, 'pods.conflist')]: JSON.stringify(podNetwork),
    [join(hosts, registry.address, 'hosts.toml')]: `[host."http://${registry.address}"]\n`,
  },
  command: ['containerd', '--config', configFile],
  check: () => run([...enter, 'ctr', 'version']),
})

const podNetwork = {
  cniVersion: '0.4.0',
  name: 'pods',
  plugins: [
    {
      type: 'bridge',
      bridge: 'pods',
      isGateway: true,
      ipMasq: true,
      hairpinMode: true,
      ipam: { type: 'host-local', ranges: [[{ subnet: network.pods }]], routes: [{ dst: '0.0.0.0/0' }] },
    },
    { type: 'portmap', capabilities: { portMappings: true } },
  ],
}
