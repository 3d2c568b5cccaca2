export async function measureLongTasks() {
  return Promise.resolve({})
}
