/** 导入时关于地名与机构名的说明。 */
export const placeNames = {
  oddities: {
    'contradicting-cities':
      '城市栏或机构记录所在的国家或地区与该行国家栏不一致的所属机构（计入国家栏，不计入任何城市）',
    'alias-names': '按机构文件中的别名、其他语言名称或缩写对应上的机构名称',
    'unsure-alias-names': '可能是机构文件中多个机构的别名或缩写的机构名称（未合并）',
  },
}
