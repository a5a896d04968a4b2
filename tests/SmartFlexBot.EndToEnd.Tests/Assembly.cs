using Xunit.Sdk;
using Xunit.v3;

// Each test has processes of its own, so all may run beside each other; more than two at once only make each other late on a small machine.
[assembly: Parallelization(Mode = ParallelMode.All, MaxThreads = 2)]
