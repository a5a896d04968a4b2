// The bot on one machine of its own in Azure, with its Azure Bot for Teams and Web Chat. One machine, because its database is a file and
// has to be on a disk, not on a file share. docs/teams.md goes on from here.
//   az deployment group create --resource-group smart-charging --parameters main.bicepparam

@description('Begins the names of all resources: small letters and digits.')
@minLength(3)
@maxLength(12)
param name string

param location string = resourceGroup().location

@description('The first label of the public address: <label>.<location>.cloudapp.azure.com. Browsers and channels reach the bot there.')
@minLength(3)
@maxLength(40)
param dnsLabel string

@description('The container of deploymentTemplates/docker, in a registry that needs no password or that the identity may pull from.')
param image string

@description('The tenant\'s GraphQL address.')
param krakenEndpoint string

@secure()
param krakenSecret string

@allowed(['Wizard', 'Classic'])
param onboardingApi string

@description('A file of markets/ in the container.')
param market string

@description('What customers read as the bot\'s name in Teams.')
@maxLength(42)
param displayName string = 'Smart charging'

@description('Who looks after the machine.')
param adminName string = 'botadmin'

param sshPublicKey string

@description('Where SSH may come from, such as 203.0.113.7/32; empty: from nowhere.')
param sshFrom string = ''

@secure()
@description('32 random characters or more. Your own server needs it too.')
@minLength(32)
param directLineSecret string

@secure()
@description('openssl rand -base64 32. Keep a copy elsewhere: without it the database cannot be read.')
param keyRingKey string

param vmSize string = 'Standard_B2s'

@allowed(['F0', 'S1'])
param botSku string = 'F0'

var host = '${dnsLabel}.${location}.cloudapp.azure.com'
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var secrets = {
  'kraken-secret': krakenSecret
  'direct-line-secret': directLineSecret
  'key-ring-key': keyRingKey
}
var filled = {
  '{{HOST}}': host
  '{{IMAGE}}': image
  '{{VAULT}}': vault.properties.vaultUri
  '{{CLIENT_ID}}': identity.properties.clientId
  '{{KRAKEN_ENDPOINT}}': krakenEndpoint
  '{{ONBOARDING_API}}': onboardingApi
  '{{MARKET}}': market
}
var cloudInit = reduce(
  items(filled),
  loadTextContent('cloud-init.yaml'),
  (text, entry) => replace(string(text), entry.key, entry.value)
)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-bot'
  location: location
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: '${name}-${uniqueString(resourceGroup().id)}'
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true
  }
}

resource vaultSecrets 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = [
  for secret in items(secrets): {
    parent: vault
    name: secret.key
    properties: { value: secret.value }
  }
]

resource readsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, secretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

module machine 'machine.bicep' = {
  name: 'machine'
  params: {
    name: name
    location: location
    dnsLabel: dnsLabel
    identityId: identity.id
    cloudInit: cloudInit
    adminName: adminName
    sshPublicKey: sshPublicKey
    sshFrom: sshFrom
    vmSize: vmSize
  }
  // It reads the secrets while it starts.
  dependsOn: [vaultSecrets, readsSecrets]
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-bot'
  location: 'global'
  kind: 'azurebot'
  sku: { name: botSku }
  properties: {
    displayName: displayName
    endpoint: 'https://${host}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppMSIResourceId: identity.id
    msaAppTenantId: identity.properties.tenantId
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true }
  }
}

resource webChat 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'WebChatChannel'
  location: 'global'
  properties: {
    channelName: 'WebChatChannel'
    properties: {
      sites: [{ siteName: 'Default Site', isEnabled: true }]
    }
  }
}

@description('BotConnector:AppId, for the app package of Teams.')
output botAppId string = identity.properties.clientId

output publicUrl string = 'https://${host}'
