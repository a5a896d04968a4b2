namespace SmartFlexBot.Web.Desk.SignIn;

/// <summary>Who may sit at the desk, and for how long (section "Desk").</summary>
public sealed class DeskOptions
{
    public const string Section = "Desk";

    /// <summary>The OpenID Connect provider of the agents; without one there is no desk, in Development one with two demo agents.</summary>
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>Scopes that are asked for beside "openid" and "profile", separated by blanks.</summary>
    public string Scopes { get; set; } = "";

    /// <summary>The claim of the id token that holds the roles, as one value or several.</summary>
    public string RoleClaim { get; set; } = "roles";

    public string AgentRole { get; set; } = "agent";

    /// <summary>A supervisor may do all that an agent may.</summary>
    public string SupervisorRole { get; set; } = "supervisor";

    /// <summary>What colleagues and customers see.</summary>
    public string NameClaim { get; set; } = "name";

    /// <summary>The claim with the languages that they answer customers in, such as "de fr"; without it they answer in all.</summary>
    public string LanguagesClaim { get; set; } = "languages";

    /// <summary>How many chats an agent may have at once.</summary>
    public int Capacity { get; set; } = 4;

    /// <summary>How long somebody may touch neither keys nor mouse.</summary>
    public TimeSpan IdleTime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long before that they are asked.</summary>
    public TimeSpan IdleWarning { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>After this everybody signs in again.</summary>
    public TimeSpan LongestSession { get; set; } = TimeSpan.FromHours(10);
}
