// Fill in and keep to yourself: secrets come from the environment, so that none stands here.
using 'main.bicep'

param name = 'smartcharge'
param dnsLabel = 'example-energy-chat'
param image = 'ghcr.io/example/smartflexbot:1.0.0'
param krakenEndpoint = 'https://api.example-kraken.energy/v1/graphql/'
param onboardingApi = 'Wizard'
param market = 'gb'
param sshPublicKey = readEnvironmentVariable('SSH_PUBLIC_KEY')
param krakenSecret = readEnvironmentVariable('KRAKEN_SECRET')
param directLineSecret = readEnvironmentVariable('DIRECT_LINE_SECRET')
param keyRingKey = readEnvironmentVariable('KEY_RING_KEY')
