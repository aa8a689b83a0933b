import { expect, test } from 'vitest'
import { resourcesDir } from '../../app-info.ts'
import { loadCountries } from '../places/countries.ts'
import { addressFromLarge, addressFromSmall } from './address.ts'

const countries = loadCountries(resourcesDir)
type Read = typeof addressFromSmall
const short = (read: Read, address: string) => {
  const { institution, city, country } = read(address, countries)
  return [institution?.name, city, country]
}

test.each([
  ['Department of Physics, University of Oslo, Oslo, Norway', 'University of Oslo', 'Oslo', 'NO'],
  ['Simula Research Laboratory, Oslo, Norway', 'Simula Research Laboratory', 'Oslo', 'NO'],
  [
    'School of Medicine, Hunan Normal University, Changsha, Hunan, China',
    'Hunan Normal University',
    'Changsha',
    'CN',
  ],
  [
    'Hunan Normal University Health Science Center, Hunan, Changsha, China',
    'Hunan Normal University Health Science Center',
    'Changsha',
    'CN',
  ],
  [
    'The Pennsylvania State University, University Park, PA, United States',
    'The Pennsylvania State University',
    'University Park',
    'US',
  ],
  [
    'Department of Medicine, University of California, San Francisco, San Francisco, CA, United States',
    'University of California, San Francisco',
    'San Francisco',
    'US',
  ],
  [
    'University of California, Berkeley, CA, United States',
    'University of California, Berkeley',
    'Berkeley',
    'US',
  ],
  ['Columbia University, New York, NY, United States', 'Columbia University', 'New York', 'US'],
  [
    'Institute of Physics, Chinese Academy of Sciences, Beijing, 100190, China',
    'Chinese Academy of Sciences',
    'Beijing',
    'CN',
  ],
  [
    'Tongji Hospital, Tongji Medical College, Huazhong University of Science and Technology, Wuhan, China',
    'Huazhong University of Science and Technology',
    'Wuhan',
    'CN',
  ],
  [
    'Graduate School of Engineering, Hokkaido University, Sapporo, Hokkaido, 060-8628, Japan',
    'Hokkaido University',
    'Sapporo',
    'JP',
  ],
  ['Dipartimento di Fisica, Università di Padova, Padova, PD, Italy', 'Università di Padova', 'Padova', 'IT'],
  ['University of Oxford, Oxford, OX1 3PU, United Kingdom', 'University of Oxford', 'Oxford', 'GB'],
  ['Aga Khan University, Karachi, Pakistan', 'Aga Khan University', 'Karachi', 'PK'],
])('Scopus: %s', (address, ...wanted) => {
  expect(short(addressFromSmall, address)).toEqual(wanted)
})

test.each([
  ['Univ Oslo, Dept Phys, Oslo, Norway', 'Univ Oslo', 'Oslo', 'NO'],
  ['Stanford Univ, Stanford, CA 94305 USA.', 'Stanford Univ', 'Stanford', 'US'],
  ['Natl Bur Econ Res, Cambridge, MA 02138 USA', 'Natl Bur Econ Res', 'Cambridge', 'US'],
  ['Harvard Univ, Cambridge, MA USA', 'Harvard Univ', 'Cambridge', 'US'],
  ['Univ Bradford, Bradford, W Yorkshire, England', 'Univ Bradford', 'Bradford', 'GB'],
  ['Univ Oxford, Oxford OX1 3QU, England', 'Univ Oxford', 'Oxford', 'GB'],
  ['Univ Toronto, Toronto, ON M5S 1A1, Canada', 'Univ Toronto', 'Toronto', 'CA'],
  ['Univ Tokyo, Bunkyo Ku, Tokyo 1130033, Japan', 'Univ Tokyo', 'Tokyo', 'JP'],
  ['Tsinghua Univ, Beijing 100084, Peoples R China', 'Tsinghua Univ', 'Beijing', 'CN'],
  ['Univ Hong Kong, Dept Med, Hong Kong, Peoples R China', 'Univ Hong Kong', 'Hong Kong', 'HK'],
  ['Indian Inst Sci, Bangalore 560012, Karnataka, India', 'Indian Inst Sci', 'Bangalore', 'IN'],
  ['Univ Sao Paulo, BR-05508090 Sao Paulo, SP, Brazil', 'Univ Sao Paulo', 'Sao Paulo', 'BR'],
  ['ETH, CH-8092 Zurich, Switzerland', 'ETH', 'Zurich', 'CH'],
  ['Khalifa Univ, Abu Dhabi, U Arab Emirates', 'Khalifa Univ', 'Abu Dhabi', 'AE'],
  ['Queens Univ Belfast, Belfast, Antrim, North Ireland', 'Queens Univ Belfast', 'Belfast', 'GB'],
  ['Univ Amsterdam, NL-1012 WX Amsterdam, Netherlands', 'Univ Amsterdam', 'Amsterdam', 'NL'],
  ['Univ Sydney, Sydney, NSW 2006, Australia', 'Univ Sydney', 'Sydney', 'AU'],
])('Web of Science: %s', (address, ...wanted) => {
  expect(short(addressFromLarge, address)).toEqual(wanted)
})
