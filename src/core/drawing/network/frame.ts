export { NETWORK_FRAME } from '../../../shared/figures/network/frame.ts'
