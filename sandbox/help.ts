/** What `npm run sandbox` says when it is asked for nothing. */
export const help = `The real Pulumi engine on a simulated AWS account. No AWS account, no credentials, no network.

  npm run sandbox -- preview --stack dev             what would change
  npm run sandbox -- up --stack dev --yes            do it
  npm run sandbox -- stack --show-urns --stack dev   what there is
  npm run sandbox -- refresh --stack dev --yes       after .sandbox/ledger/dev was edited (drift)
  npm run sandbox -- destroy --stack dev --yes
  npm run sandbox -- <any other pulumi arguments>

  npm run sandbox -- recover --stack dev             after an engine was killed (docs/recovery.md)
  npm run sandbox -- reset                           forget all stacks and the whole simulated account

Settings are those of Pulumi.<stack>.yaml. Everything is kept in .sandbox, which git ignores.`;
