package dev.offsession.localstack.cli;

import dev.offsession.localstack.stack.StackState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;

@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    description = "Every topic with its partitions and the number of its records.")
final class TopicsCommand implements Callable<Integer> {
  @Override
  public Integer call() throws ExecutionException, InterruptedException {
    StackState stack = RunningStack.require();
    Map<String, Object> settings =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.addresses().kafka());
    try (Admin admin = Admin.create(settings)) {
      ends(admin).entrySet().stream()
          .collect(
              Collectors.groupingBy(end -> end.getKey().topic(), TreeMap::new, Collectors.toList()))
          .forEach(TopicsCommand::print);
    }
    return ExitCode.DONE;
  }

  private static Map<TopicPartition, ListOffsetsResultInfo> ends(Admin admin)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest =
        admin
            .describeTopics(admin.listTopics().names().get())
            .allTopicNames()
            .get()
            .values()
            .stream()
            .flatMap(topic ->
                topic.partitions().stream()
                    .map(p -> new TopicPartition(topic.name(), p.partition())))
            .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
    return admin.listOffsets(latest).all().get();
  }

  private static void print(
      String topic, List<Map.Entry<TopicPartition, ListOffsetsResultInfo>> ends) {
    long records = ends.stream().mapToLong(end -> end.getValue().offset()).sum();
    System.out.printf("  %-36s %3d partitions %8d records%n", topic, ends.size(), records);
  }
}
