/** Web Chat and Adaptive Cards in the colours of css/tokens.css, read anew when the system turns light or dark. */
export function readTheme() {
  const style = getComputedStyle(document.documentElement);
  const token = name => style.getPropertyValue(`--${name}`).trim();
  return { styleOptions: styleOptions(token), adaptiveCardsHostConfig: hostConfig(token) };
}

export function onThemeChange(changed) {
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
}

const styleOptions = token => ({
  primaryFont: token('font'),
  fontSizeSmall: '81.25%',
  accent: token('accent'),
  subtle: token('text-muted'),
  backgroundColor: 'transparent',

  bubbleBackground: token('surface-soft'),
  bubbleBorderColor: token('surface-soft'),
  bubbleBorderRadius: 16,
  bubbleTextColor: token('text'),
  bubbleFromUserBackground: token('own-bubble'),
  bubbleFromUserBorderColor: token('own-bubble'),
  bubbleFromUserBorderRadius: 16,
  bubbleFromUserTextColor: token('text'),
  bubbleMaxWidth: 520,
  bubbleMinWidth: 60,
  messageActivityWordBreak: 'break-word',
  paddingRegular: 12,

  // A card that is taller than the screen shows its top.
  autoScrollSnapOnPage: true,
  autoScrollSnapOnPageOffset: -8,
  // The outbox (js/outbox.js) tries for as long as it takes: nothing has failed meanwhile. A timer's longest time.
  sendTimeout: 2 ** 31 - 1,

  // The bar above the transcript tells the connection, in one place and in plain words.
  hideToaster: true,
  uploadAccept: 'image/jpeg,image/png,image/webp,application/pdf',
  uploadMultiple: false,
  // A picture is shown whole.
  bubbleImageMinHeight: 0,
  bubbleImageMaxHeight: 480,
  enableUploadThumbnail: false,
  emojiSet: {},
  markdownRenderHTML: false,
  timestampColor: token('text-muted'),
  groupTimestamp: 300000,

  sendBoxBackground: token('surface'),
  sendBoxTextColor: token('text'),
  sendBoxPlaceholderColor: token('text-muted'),
  sendBoxDisabledTextColor: token('text-muted'),
  sendBoxHeight: 52,
  sendBoxTextWrap: true,
  sendBoxBorderTop: `solid 1px ${token('line')}`,
  sendBoxButtonColor: token('accent'),
  sendBoxButtonColorOnDisabled: token('line-control'),
  sendBoxButtonShadeColorOnActive: token('accent-soft'),
  sendBoxButtonShadeColorOnDisabled: 'transparent',
  sendBoxButtonShadeColorOnHover: token('accent-soft'),
  sendBoxButtonShadeBorderRadius: 10,
  sendBoxButtonKeyboardFocusIndicatorBorderColor: token('accent'),
  sendBoxButtonKeyboardFocusIndicatorBorderRadius: 8,
  sendBoxButtonKeyboardFocusIndicatorBorderWidth: 2,

  suggestedActionLayout: 'flow',
  suggestedActionBackgroundColor: token('surface'),
  suggestedActionBorderColor: token('accent'),
  suggestedActionBorderRadius: 22,
  suggestedActionBorderWidth: 1,
  suggestedActionHeight: 44,
  suggestedActionTextColor: token('accent'),
  suggestedActionBackgroundColorOnHover: token('accent-soft'),
  suggestedActionBackgroundColorOnActive: token('accent-soft'),
  suggestedActionBorderColorOnDisabled: token('line'),
  suggestedActionTextColorOnDisabled: token('text-muted'),
  suggestedActionKeyboardFocusIndicatorBorderColor: token('accent'),
  suggestedActionKeyboardFocusIndicatorBorderRadius: 20,
  suggestedActionKeyboardFocusIndicatorBorderStyle: 'solid',
  suggestedActionsVisualKeyboardIndicatorColor: token('accent'),

  transcriptActivityVisualKeyboardIndicatorColor: token('accent'),
  transcriptVisualKeyboardIndicatorColor: token('accent'),
  transcriptTerminatorBackgroundColor: token('text-muted'),
  transcriptTerminatorColor: token('surface'),
  transcriptOverlayButtonBackground: token('accent'),
  transcriptOverlayButtonBackgroundOnHover: token('accent-strong'),
  transcriptOverlayButtonBackgroundOnFocus: token('accent-strong'),
  transcriptOverlayButtonColor: token('on-accent'),

  cardEmphasisBackgroundColor: token('surface'),
  cardPushButtonBackgroundColor: token('accent'),
  cardPushButtonTextColor: token('on-accent'),
  richCardWrapTitle: true
});

function hostConfig(token) {
  const both = colour => ({ default: colour, subtle: colour });
  const foregroundColors = {
    default: { default: token('text'), subtle: token('text-muted') },
    dark: { default: token('text'), subtle: token('text-muted') },
    light: { default: token('text-muted'), subtle: token('text-muted') },
    accent: both(token('accent')),
    good: both(token('good')),
    warning: both(token('warning')),
    attention: both(token('attention'))
  };
  const container = background => ({ backgroundColor: background, borderColor: token('line'), foregroundColors });

  return {
    fontFamily: token('font'),
    supportsInteractivity: true,
    fontSizes: { small: 14, default: 16, medium: 17, large: 20, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 650 },
    lineHeights: { small: 19, default: 23, medium: 24, large: 26, extraLarge: 31 },
    imageSizes: { small: 44, medium: 88, large: 160 },
    spacing: { small: 6, default: 10, medium: 16, large: 22, extraLarge: 30, padding: 16 },
    separator: { lineThickness: 1, lineColor: token('line') },
    containerStyles: {
      default: container(token('surface-soft')),
      emphasis: container(token('surface')),
      accent: container(token('accent-soft')),
      good: container(token('good-soft')),
      warning: container(token('warning-soft')),
      attention: container(token('attention-soft'))
    },
    actions: {
      actionAlignment: 'stretch',
      actionsOrientation: 'vertical',
      buttonSpacing: 8,
      maxActions: 12,
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
      spacing: 'medium'
    },
    adaptiveCard: { allowCustomStyle: false },
    factSet: {
      spacing: 12,
      title: { color: 'default', isSubtle: true, maxWidth: 160, size: 'default', weight: 'default', wrap: true },
      value: { color: 'default', isSubtle: false, size: 'default', weight: 'bolder', wrap: true }
    },
    inputs: {
      label: { inputSpacing: 'small', optionalInputs: { wrap: true }, requiredInputs: { wrap: true, suffix: '' } },
      errorMessage: { color: 'attention', spacing: 'small', weight: 'default' }
    },
    textStyles: { heading: { color: 'default', isSubtle: false, size: 'large', weight: 'bolder' } },
    textBlock: { headingLevel: 3 }
  };
}
