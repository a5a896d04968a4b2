using SmartFlexBot.Recognition.Obstacles;

namespace SmartFlexBot.Tests.Recognition.Obstacles;

public sealed class ObstacleRecogniserTests
{
    [Theory]
    [InlineData("I'm not the owner of the car", Obstacle.NotMine)]
    [InlineData("Das ist ein Leasingwagen", Obstacle.NotMine)]
    [InlineData("es el coche de mi mujer", Obstacle.NotMine)]
    [InlineData("c'est une voiture de fonction", Obstacle.NotMine)]
    [InlineData("è un'auto aziendale", Obstacle.NotMine)]
    [InlineData("I press it and nothing happens", Obstacle.NothingHappens)]
    [InlineData("es öffnet sich nichts", Obstacle.NothingHappens)]
    [InlineData("no se abre la app", Obstacle.NothingHappens)]
    [InlineData("la page ne s'ouvre pas", Obstacle.NothingHappens)]
    [InlineData("mi dà errore", Obstacle.NothingHappens)]
    [InlineData("my car doesn't need one", Obstacle.NotNeeded)]
    [InlineData("mein Tesla braucht keinen Schlüssel", Obstacle.NotNeeded)]
    [InlineData("no hace falta", Obstacle.NotNeeded)]
    [InlineData("pas besoin", Obstacle.NotNeeded)]
    [InlineData("non serve", Obstacle.NotNeeded)]
    [InlineData("skip this", Obstacle.Skip)]
    [InlineData("weiter ohne", Obstacle.Skip)]
    public void What_is_in_the_way_is_heard(string text, Obstacle obstacle) => ObstacleRecogniser.Recognise(text).ShouldBe(obstacle);

    [Theory]
    [InlineData("done")]
    [InlineData("I've added the key")]
    [InlineData("fertig")]
    [InlineData("later")]
    [InlineData("I would never skip such an important thing in my life")]
    [InlineData("")]
    public void What_tells_of_none_is_none(string text) => ObstacleRecogniser.Recognise(text).ShouldBeNull();

    [Fact]
    public void The_owner_comes_before_what_else_is_said() =>
        ObstacleRecogniser.Recognise("it doesn't work, I'm not the owner").ShouldBe(Obstacle.NotMine);
}
