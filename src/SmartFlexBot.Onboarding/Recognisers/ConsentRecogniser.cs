namespace SmartFlexBot.Onboarding.Recognisers;
public static class ConsentRecogniser { public static ConsentAnswer Recognise(string text, ConsentQuestion question) => default; }
