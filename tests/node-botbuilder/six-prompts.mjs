// The flow of tests/SmartFlexBot.ProbeBot, as botbuilder's documentation would have it written.
import botbuilder from "botbuilder";
import dialogs from "botbuilder-dialogs";

const { ActivityTypes, ConversationState, MemoryStorage } = botbuilder;
const { ChoicePrompt, ConfirmPrompt, DialogSet, DialogTurnStatus, NumberPrompt, TextPrompt, WaterfallDialog } = dialogs;

export class SixPromptsBot {
  #state = new ConversationState(new MemoryStorage());
  #dialogs = new DialogSet(this.#state.createProperty("dialogs"));

  constructor() {
    this.#dialogs
      .add(new WaterfallDialog("probe", [
        (step) => step.prompt("name", { prompt: "What is your name?", retryPrompt: "At least two letters, please." }),
        (step) => next(step, "name", step.result, "device", { prompt: "Which device is it?", choices: ["Car", "Charger", "Battery"] }),
        (step) => next(step, "device", step.result.value, "text", { prompt: "Which city do you live in?" }),
        (step) => next(step, "city", step.result, "number", { prompt: "How many miles a day?", retryPrompt: "A number, please." }),
        (step) => next(step, "miles", step.result, "text", { prompt: "Anything to add?" }),
        (step) => next(step, "note", step.result, "confirm", { prompt: "Is that all right?", retryPrompt: "Yes or no, please." }),
        async (step) => {
          keep(step, "sure", step.result ? "True" : "False");
          await step.context.sendActivity(`Done: ${Object.values(step.values.answers).join(", ")}`);
          return step.endDialog();
        },
      ]))
      .add(new TextPrompt("name", async (prompt) => prompt.recognized.succeeded && prompt.recognized.value.length >= 2))
      .add(new ChoicePrompt("device"))
      .add(new TextPrompt("text"))
      .add(new NumberPrompt("number"))
      .add(new ConfirmPrompt("confirm"));
  }

  async run(context) {
    if (context.activity.type !== ActivityTypes.Message) return;
    const dialogContext = await this.#dialogs.createContext(context);
    const { status } = await dialogContext.continueDialog();
    if (status === DialogTurnStatus.empty) await dialogContext.beginDialog("probe");
    await this.#state.saveChanges(context);
  }
}

function next(step, answered, answer, prompt, question) {
  keep(step, answered, answer);
  return step.prompt(prompt, question);
}

function keep(step, name, answer) {
  (step.values.answers ??= {})[name] = `${answer}`;
}
