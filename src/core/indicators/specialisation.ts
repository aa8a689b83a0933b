export { specialisation } from '../../shared/domain/specialisation.ts'
