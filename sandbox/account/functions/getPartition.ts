import type { DataSource } from "./dataSource";

/** https://docs.aws.amazon.com/general/latest/gr/rande.html: China has a DNS suffix of its own. */
export const getPartition: DataSource = {
  token: "aws:index/getPartition:getPartition",
  source: "internal/service/meta/partition_data_source.go",
  invoke(_args, { partition }) {
    const china = partition === "aws-cn";
    return {
      dnsSuffix: china ? "amazonaws.com.cn" : "amazonaws.com",
      id: partition,
      partition,
      reverseDnsPrefix: china ? "cn.com.amazonaws" : "com.amazonaws",
    };
  },
};
