export default function HomePage() {
  return <h1>Welcome to your new project.</h1>
}
